"""The words in which a block is told: whose beds, at what price, on which terms."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.shared.envelope import GssCode
from domain.shared.messages import Value
from domain.shared.money import BASIS_POINTS
from domain.shared.vocabulary import ProviderId, SettingId

Code = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""An entry of a code list."""

Beds = Annotated[int, Field(ge=1, le=1000, strict=True)]
Parts = Annotated[int, Field(ge=0, le=BASIS_POINTS, strict=True)]
"""Hundredths of a per cent, up to the whole."""


class Stage(StrEnum):
    """How far a block has come (docs/domain/02, 2.10)."""

    PROPOSED = "proposed"
    COMPETED = "competed"
    AWARDED = "awarded"
    ACTIVE = "active"
    VARIED = "varied"
    ENDED = "ended"


class BedsAt(Value):
    """So many beds of the block in one home."""

    setting_id: SettingId
    beds: Beds


class HomeFound(Value):
    """What the register says of a home that beds are to be bought in.

    `places` are the fewest it has on any night of the block; `bought_by_others` the most
    beds that other blocks have there on any of these nights.
    """

    setting_id: SettingId
    provider_id: ProviderId | None
    places: int
    bought_by_others: int = 0


class Purchaser(Value):
    """A council that buys, and its part of every price. Exactly one leads."""

    council: GssCode
    basis_points: Parts
    lead: bool = False


class BlockTerms(Value):
    """What was set out at the mini-competition (seed row 4-100).

    `discount_asked` of a block of five or more. It stays when beds fall below five, unless
    `discount_ends_below_five` (Q14). Of a bed's price `void_basis_points` are due for a
    night on which nobody lives in it.
    """

    discount_asked: bool
    discount_ends_below_five: bool = False
    void_basis_points: Parts = BASIS_POINTS
