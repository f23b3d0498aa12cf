"""What the chronology of a placement is made of, and what it can be asked."""

from collections.abc import Sequence
from datetime import date

from domain.placement.absences import AbsenceKind
from domain.placement.agreement import AgreementTerms
from domain.placement.arrangement import Arrangement
from domain.placement.stability import ToldBy
from domain.shared.chronology import Period
from domain.shared.messages import Value
from domain.shared.moments import When, days_between, london_day
from domain.shared.terms import NoticeClass, NoticeParty


class StayPeriod(Period, Arrangement):
    """The child lived here. `end_reason` and what follows are empty while the placement goes on.

    `moved_within` is the stay in a home into which the provider moved the child (2.4).
    """

    national_code: str | None
    age_in_years: int
    end_reason: str | None = None
    national_reason: str | None = None
    destination: str | None = None
    planned: bool | None = None
    moved_within: bool = False

    def nights(self, before: date) -> Sequence[date]:
        """The nights slept here before a day: from the start to the night before the end (R-04)."""
        last = min(before, london_day(self.until)) if self.until is not None else before
        return days_between(london_day(self.since), last)


class AgreementPeriod(Period):
    """One version of the agreement, and with it the price: the first from the stay's first day.

    An agreement signed after an emergency start prices the days before it too. `planned_end` is
    the one that came with a variation.
    """

    version: int
    terms: AgreementTerms
    planned_end: date | None = None
    signed_on: When


class NoticePeriod(Period):
    """Notice was running, until the child left. Fees may run on until `pay_until`."""

    party: NoticeParty
    reason: str
    notice_class: NoticeClass | None
    expires: date | None
    pay_until: date | None


class AbsencePeriod(Period):
    """Away for a while, with the place kept; `expected_back` is what was said when it began."""

    kind: AbsenceKind
    expected_back: date | None
    told_by: ToldBy


class PlacementChronology(Value):
    """What was true of a placement, by date. There is one stay in each home, in order."""

    stays: tuple[StayPeriod, ...] = ()
    agreements: tuple[AgreementPeriod, ...] = ()
    notices: tuple[NoticePeriod, ...] = ()
    absences: tuple[AbsencePeriod, ...] = ()

    def stay_on(self, day: date) -> StayPeriod | None:
        """The stay that covers a London day, at any moment of it."""
        return next((stay for stay in reversed(self.stays) if stay.covers(day)), None)

    def nights(self, before: date) -> Sequence[date]:
        """Every night slept here before a day."""
        return [night for stay in self.stays for night in stay.nights(before)]

    def agreement_on(self, day: date) -> AgreementPeriod | None:
        return next((period for period in self.agreements if period.covers(day)), None)

    def notices_on(self, day: date) -> Sequence[NoticePeriod]:
        return [notice for notice in self.notices if notice.covers(day)]

    def absence_on(self, day: date) -> AbsencePeriod | None:
        """The absence that covers a day; on the day of coming back the child is there."""
        return next((each for each in reversed(self.absences) if each.covers(day)), None)
