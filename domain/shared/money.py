"""Money in whole pence: price lines, and shares that add up exactly on every day (6-72, R-11)."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from domain.shared.errors import BadContent
from domain.shared.messages import Value
from domain.shared.moments import within
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Pence, Subject

BASIS_POINTS = 10_000
"""Hundredths of a per cent in a whole."""

Amount = Annotated[Pence, Field(ge=0, le=100_000_000, strict=True)]
"""Whole pence from nothing to a million pounds."""

Sum = Annotated[Pence, Field(ge=0, le=10_000_000_000, strict=True)]
"""Whole pence over years: from nothing to a hundred million pounds."""


class PriceKind(StrEnum):
    """What a line of the price is for (docs/domain/07, 7.2 and 7.6)."""

    ACCOMMODATION = "accommodation"
    SUPPORT_HOURS = "support_hours"
    NON_CARE = "non_care"
    EDUCATION = "education"
    THERAPY = "therapy"


class PriceLine(Value):
    """One line of a weekly price, in whole pence a week.

    `child` is the number of the child whom it is for, where siblings are placed together.
    """

    kind: PriceKind
    weekly: Amount
    child: int | None = Field(default=None, ge=1)


class FundingHeading(StrEnum):
    """Who pays, by heading (docs/domain/07, 7.5). Housing benefit is universal credit too."""

    SOCIAL_CARE = "social_care"
    EDUCATION = "education"
    HEALTH = "health"
    POOLED_S75 = "pooled_s75"
    HOUSING_BENEFIT = "housing_benefit"
    YOUTH_JUSTICE = "youth_justice"
    OTHER_AUTHORITY = "other_authority"
    SOCIAL_IMPACT_BOND = "social_impact_bond"


OWN = frozenset({FundingHeading.SOCIAL_CARE})
"""What the council's own authoriser answers for."""

CLAIMS = frozenset({FundingHeading.HOUSING_BENEFIT})
"""What is claimed and not promised: no funder answers for it (4-029, R-79)."""

Funder = Annotated[str, Field(pattern=r"^[a-z0-9_]{1,60}$")]
"""Who pays, by a code of their own (`derby_and_derbyshire_icb`), or else by the heading."""


class ShareStatus(StrEnum):
    """How a share stands (docs/domain/07, 7.5). A funder that says no disputes it (R-79)."""

    EXPECTED = "expected"
    AGREED = "agreed"
    UNDERWRITTEN = "underwritten"
    DISPUTED = "disputed"


class AgreementStanding(StrEnum):
    """Whether the funders have a formal agreement behind a share (3-007, 3-032)."""

    NONE = "none"
    IN_PREPARATION = "in_preparation"
    IN_FORCE = "in_force"


class Share(Value):
    """One funder's part of the weekly price, in whole pence a week.

    It is paid from `since` until, and without, `until`; where they are absent, as long as the
    price is. `basis_points` or `item` say how the part was worded, where it was not in pence.
    `underwrites` names the funder in whose place the council pays.
    """

    heading: FundingHeading
    weekly: Amount
    lead: bool = False
    payer: Funder | None = None
    basis_points: int | None = None
    item: PriceKind | None = None
    since: date | None = None
    until: date | None = None
    status: ShareStatus = ShareStatus.EXPECTED
    agreed_by: Subject | None = None
    agreement_reference: Sealed[str] | None = None
    agreement: AgreementStanding | None = None
    underwrites: Funder | None = None

    @property
    def funder(self) -> Funder:
        return self.payer or self.heading.value

    def covers(self, day: date) -> bool:
        """Whether it is paid on a day."""
        return within(day, self.since, self.until)


class FundingSplitUnbalanced(BadContent):
    code = "FUNDING_SPLIT_UNBALANCED"
    title = "The funders' shares do not add up to the price"
    cites = "docs/domain/02, 2.2"


def weekly_total(lines: Sequence[PriceLine]) -> Pence:
    return Pence(sum(line.weekly for line in lines))


def weekly_by_child(lines: Iterable[PriceLine]) -> Counter[int | None]:
    """Pence a week for each child of several, by number; `None` where one child was asked for."""
    found = Counter[int | None]()
    for line in lines:
        found[line.child] += line.weekly
    return found


def require_balanced(
    total: Pence, shares: Sequence[Share], since: date = date.min, until: date | None = None
) -> None:
    """Refuse shares that on any day do not add up to the penny, or name no one lead funder."""
    for day in turns(shares, since, until):
        paid = [share for share in shares if share.covers(day)]
        shared = sum(share.weekly for share in paid)
        if shared != total:
            from_then = "" if day == date.min else f" from {day}"
            raise FundingSplitUnbalanced(
                f"The price is {total} pence a week and the shares come to {shared}{from_then}.",
                total=total,
                shares=shared,
            )
        if [share.lead for share in paid].count(True) != 1:
            raise FundingSplitUnbalanced("Name exactly one lead funder.")


def turns(shares: Sequence[Share], since: date, until: date | None) -> Sequence[date]:
    """The days on which who pays what may change, the first day included."""
    days = {day for share in shares for day in (share.since, share.until) if day is not None}
    return sorted({since} | {day for day in days if since < day and (until is None or day < until)})
