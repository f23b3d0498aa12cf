"""What a contract version says: lots and their ages, response windows, notice rules.

Everything contractual is read from here and never from code (docs/domain/00, 0.4). The
`contract` capability keeps the versions; whoever decides with one is handed the version
in force, and records its contract and number.
"""

from datetime import date
from enum import StrEnum

from pydantic import Field

from domain.shared.framework import Framework
from domain.shared.inspection import Grade
from domain.shared.messages import Value
from domain.shared.money import FundingHeading, PriceKind
from domain.shared.vocabulary import ContractId, Pence, Provision, birthday


class Tier(StrEnum):
    """How fast providers are asked to answer (seed 004, 3.3.1)."""

    STANDARD = "standard"
    URGENT = "urgent"


class AgeRange(Value):
    """From the birthday `first` to the day before the birthday `before`."""

    first: int = Field(ge=0, le=25)
    before: int = Field(ge=1, le=26)

    def admits(self, born_on: date, day: date) -> bool:
        return birthday(born_on, self.first) <= day < birthday(born_on, self.before)


class LotTerms(Value):
    """One lot or category of a contract version.

    `half_hours` are the half hours of support a week it may carry at most, so that 50 means 25.
    `ends_before_age` is the birthday before which a placement in it must be planned to end.
    `ages_in_education` holds instead of `ages` on evidence of education or training (R-02).
    `provision_types` are codes of what may be bought in it (4-065 to 4-072); `same_day` lots take
    a referral on the day it is made; `joined_between` are the times in which providers may apply,
    and with none they may at any time.
    The tariff in pence: `weekly_ceiling` for all lines together, `line_ceilings` for each kind
    of line, `hourly_ceiling` for an hour of support. What is absent has no maximum.
    `expects` are the headings from which a contribution to the price is expected (4-064, 4-093).
    """

    code: str
    title: str
    provision: Provision
    ages: AgeRange
    ages_in_education: AgeRange | None = None
    half_hours: int = Field(ge=0)
    ends_before_age: int | None = None
    max_nights: int | None = None
    provision_types: tuple[str, ...] = ()
    same_day: bool = False
    joined_between: tuple[tuple[date, date | None], ...] = ()
    weekly_ceiling: Pence | None = None
    line_ceilings: dict[PriceKind, Pence] = Field(default_factory=dict)
    hourly_ceiling: Pence | None = None
    expects: tuple[FundingHeading, ...] = ()

    def open_to(self, *, in_education: bool) -> "LotTerms":
        """The lot as it is open to one young person, with the ages that hold for them (R-02)."""
        if in_education and self.ages_in_education is not None:
            return self.model_copy(update={"ages": self.ages_in_education})
        return self

    def may_be_joined(self, day: date) -> bool:
        """Whether a provider may apply on this day; the last day of a time counts."""
        times = self.joined_between or ((date.min, None),)
        return any(since <= day and (last is None or day <= last) for since, last in times)


class NoticeParty(StrEnum):
    COUNCIL = "council"
    PROVIDER = "provider"


class NoticeClass(StrEnum):
    GENERAL = "general"
    SPECIFIC = "specific"


class NoticeRule(Value):
    """How many calendar days' notice a party gives for a class of reasons, and which reasons."""

    party: NoticeParty
    notice_class: NoticeClass
    days: int = Field(ge=0)
    reasons: tuple[str, ...]


class ContractTerms(Value):
    """One version of one contract, as decisions are handed it.

    A provider may read a pack for `access_hours` after its outcome (5.3).
    """

    contract_id: ContractId
    version: int = Field(ge=1)
    title: str
    in_force_from: date
    lots: tuple[LotTerms, ...]
    response_minutes: dict[Tier, int]
    notice_rules: tuple[NoticeRule, ...]
    inspection_threshold: Grade | None = None
    access_hours: int = Field(default=24, ge=0)
    framework: Framework = Framework()

    def lot(self, code: str) -> LotTerms | None:
        return next((lot for lot in self.lots if lot.code == code), None)

    def notice_rule(self, party: NoticeParty, reason: str) -> NoticeRule | None:
        """The rule that maps a reason to a class and a period; none leaves it unmapped."""
        return next(
            (rule for rule in self.notice_rules if rule.party is party and reason in rule.reasons),
            None,
        )
