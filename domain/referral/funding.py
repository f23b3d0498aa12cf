"""A funding request: what is to be paid each week, and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from pydantic import Field

from domain.referral.codes import Code
from domain.shared.messages import Value
from domain.shared.moments import within
from domain.shared.money import Funder, PriceLine, Share, ShareStatus, weekly_total
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Pence, Subject

WEEK = timedelta(weeks=1)


class FundingPlan(Value):
    """The weekly price, line by line, and the shares that cover it to the penny.

    `budget_heading` is the council's own: where its part is booked (1-055).
    """

    price: tuple[PriceLine, ...]
    shares: tuple[Share, ...]
    starts_on: date
    planned_weeks: int | None = Field(default=None, ge=1)
    budget_heading: Code | None = None

    @property
    def weekly(self) -> Pence:
        return weekly_total(self.price)

    @property
    def until(self) -> date | None:
        """The day on which it is no longer paid; none is until further notice."""
        return self.starts_on + WEEK * self.planned_weeks if self.planned_weeks else None

    def is_paid_on(self, day: date) -> bool:
        return within(day, self.starts_on, self.until)

    def shares_of(self, funder: Funder) -> tuple[Share, ...]:
        """What a funder pays itself, and what the council pays in its place is not."""
        return tuple(s for s in self.shares if s.funder == funder and s.underwrites is None)

    def standing(
        self,
        funder: Funder,
        status: ShareStatus,
        by: Subject | None,
        agreement_reference: str | None = None,
    ) -> "FundingPlan":
        """The same plan once a funder's shares stand otherwise."""
        now: dict[str, object] = {"status": status, "agreed_by": by}
        if agreement_reference is not None:
            now["agreement_reference"] = agreement_reference
        mine = self.shares_of(funder)
        shares = tuple(s.model_copy(update=now) if s in mine else s for s in self.shares)
        return self.model_copy(update={"shares": shares})


@dataclass(frozen=True)
class PendingFunding:
    """A plan put to those who may spend it, and who put it."""

    plan: FundingPlan
    requested_by: Subject


class FundingCondition(Value):
    """What was asked for when money was authorised: a code to count by, and the words."""

    code: Code
    text: Sealed[str] | None = None
    by: date | None = None


@dataclass(frozen=True)
class Departure:
    """A funder that pays nothing from a day on, up to a day from which another split holds."""

    funder: Funder
    since: date
    until: date | None = None


@dataclass(frozen=True)
class AskedSplit:
    """Another split of the same price that waits for answers; the shares of `plan` are its own."""

    since: date
    plan: FundingPlan
    requested_by: Subject


@dataclass(frozen=True)
class FundedPlan:
    """What was authorised, as it is paid now, and which conditions are still to be met.

    `agreed` is the same as though nobody in `left` had left. `split_from` is the first day of
    the newest split.
    """

    plan: FundingPlan
    agreed: FundingPlan
    split_from: date
    open_conditions: Mapping[Code, FundingCondition] = field(default_factory=dict)
    left: tuple[Departure, ...] = ()
    asked: AskedSplit | None = None

    def is_asked_of(self, funder: Funder) -> bool:
        """Whether a funder has a part in the split that was put, and not in the money as paid."""
        return self.asked is not None and bool(self.asked.plan.shares_of(funder))
