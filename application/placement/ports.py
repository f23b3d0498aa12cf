"""What the lists of placements are asked, in our own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.shared.asking import AsOf
from domain.shared.envelope import GssCode
from domain.shared.money import Share
from domain.shared.vocabulary import Pence, PlacementId, ProviderId, ReferralId


class MoneyStanding(StrEnum):
    """Paid for living there, or after leaving; its final account waits to be agreed, or is."""

    LIVING = "living"
    AFTER_LEAVING = "after_leaving"
    TO_SETTLE = "to_settle"
    SETTLED = "settled"


@dataclass(frozen=True, kw_only=True)
class PricedPlacement:
    """One placement and how its money stands on a day; `weekly` is nothing once it is settled."""

    placement_id: PlacementId
    provider_id: ProviderId | None
    referral_id: ReferralId | None
    standing: MoneyStanding
    version: int | None
    weekly: Pence
    varied: bool
    shares: tuple[Share, ...]
    since: date
    until: date | None


class DailyCosts(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, standing: MoneyStanding, *, after: UUID | None, limit: int
    ) -> Sequence[PricedPlacement]:
        """A page of a council's placements whose money stands so on a day, by their ids."""
        ...
