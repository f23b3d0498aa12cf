"""What is shown of the money of a search: cost lines and who pays them, on one day. Frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.referral.codes import Code
from domain.shared.moments import When
from domain.shared.money import (
    AgreementStanding,
    Funder,
    FundingHeading,
    PriceKind,
    PriceLine,
    ShareStatus,
)
from domain.shared.panels import PanelWord
from domain.shared.personal import Erased
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, Pence, Subject


class Standing(StrEnum):
    """How the newest plan stands."""

    NOT_ASKED = "not_asked"
    AWAITING = "awaiting"
    AUTHORISED = "authorised"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownShare:
    """One funder's share for as long as it stays the same. `pays` is whether it covers the day.

    `underwrites` names the funder in whose place the council pays.
    """

    heading: FundingHeading
    funder: Funder
    weekly_pence: Pence
    basis_points: int | None
    item: PriceKind | None
    lead: bool
    since: date
    until: date | None
    pays: bool
    status: ShareStatus
    agreed_by: Subject | None
    agreement_reference: str | Erased | None
    agreement: AgreementStanding | None
    underwrites: Funder | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCondition:
    """A condition of the authorisation. `met_on` is none while it is open."""

    code: Code
    text: str | Erased | None
    by: date | None
    met_on: When | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRight:
    """A day of leaving that was wrong, and the right one; with none, the funder never left.

    Why, and who said so, is not shown to a partner funder, nor the words to who sees no narrative.
    """

    was: date
    now: date | None
    reason: str | Erased | None
    approved_by: Subject | None
    by: Subject | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownWithdrawal:
    """A funder that pays no more from a day on, and why; and every day said of it before.

    `since` is the day that counts; none where it was put right that the funder never left.
    """

    funder: Funder
    since: date | None
    reason: Code
    text: str | Erased | None
    corrections: Sequence[ShownRight] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSplit:
    """Another split that was put, from a day on, with how each share of it stands."""

    since: date
    requested_by: Subject | None
    shares: Sequence[ShownShare]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlan:
    """The price put, who is to pay it, and what was answered.

    `planned_pence` is what the planned weeks come to; none where it runs until further notice.
    A partner funder sees no sums but its own share's, nor who asked and who answered.
    """

    offer_id: OfferId
    budget_heading: Code | None
    price: Sequence[PriceLine]
    weekly_pence: Pence | None
    starts_on: date
    until: date | None
    planned_pence: Pence | None
    requested_by: Subject | None
    answered_by: Subject | None
    declined_because: Code | None
    text: str | Erased | None
    shares: Sequence[ShownShare]
    conditions: Sequence[ShownCondition]
    withdrawals: Sequence[ShownWithdrawal]
    split_asked: ShownSplit | None = None
    rests_on: PanelWord | None = None


@dataclass(frozen=True, kw_only=True)
class FundingView:
    """The money of one search on one day, going by the log up to `position`.

    `expected` are headings from which the lot expects a contribution, and `absent` those of
    them that no share is asked from.
    """

    referral_id: UUID
    as_at: date
    position: int
    version: int
    standing: Standing
    expected: Sequence[FundingHeading]
    absent: Sequence[FundingHeading]
    plan: ShownPlan | None
    verbal_authority: VerbalAuthority | None
