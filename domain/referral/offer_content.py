"""What an offer says besides its home, price and hours (docs/domain/07, 7.2)."""

from datetime import date
from enum import StrEnum

from pydantic import Field

from domain.referral.codes import Code
from domain.shared.messages import Value
from domain.shared.money import BASIS_POINTS, Amount
from domain.shared.personal import Sealed


class NightCover(StrEnum):
    """Who is there at night."""

    WAKING = "waking"
    SLEEPING = "sleeping"
    ON_CALL = "on_call"
    NONE = "none"


class OutcomeAnswer(Value):
    """How one outcome, by its code of a dated framework (R-33), is to be met."""

    outcome: Code
    answer: Sealed[str]


class AlternativeLocation(Value):
    """Another place where the provider could meet the need, out of area too (4-073)."""

    area: Code
    why: Sealed[str]


class OneOff(Value):
    """What is paid once, in whole pence."""

    kind: Code
    amount: Amount


class OfferContent(Value):
    """The evidence of an offer. What is absent was not said; offers before it say none of it.

    `co_residents` is a summary that names nobody; it and `impact_statement` belong to a shared
    home. `hourly_rate` is pence for an hour of support. `discount` is the block discount in
    basis points, so that 500 means five per cent (4-100).
    """

    vacant_from: date | None = None
    staffing: Sealed[str] | None = None
    night_cover: NightCover | None = None
    risk_management: Sealed[str] | None = None
    shared: bool | None = None
    co_residents: Sealed[str] | None = None
    impact_statement: Sealed[str] | None = None
    education_and_transport: Sealed[str] | None = None
    introductions: Sealed[str] | None = None
    exclusions: Sealed[str] | None = None
    social_value: Sealed[str] | None = None
    outcome_answers: tuple[OutcomeAnswer, ...] = ()
    alternative_locations: tuple[AlternativeLocation, ...] = ()
    hourly_rate: Amount | None = None
    one_offs: tuple[OneOff, ...] = ()
    discount: int | None = Field(default=None, ge=0, le=BASIS_POINTS)
    signatory: Sealed[str] | None = None
