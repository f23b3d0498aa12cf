"""How the child is looked after: legal status, period of care, absence. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from application.case.absences import absences, absent_on
from application.case.view.facts import Facts
from application.case.word import Word, word_on
from domain.case.chronology import CaseChronology
from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.presence import Absence
from domain.placement.chronology import StayPeriod
from domain.shared.chronology import Period
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import (
    LegalStatus,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownLegalStatus:
    legal_status: LegalStatus
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCare:
    """The period of care that covers the day. `until` is given once it has ended since."""

    since: When
    until: When | None
    category_of_need: CategoryOfNeed
    ceased_because: CeasingReason | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAbsence:
    absence: Absence
    since: When
    word: Word


P = TypeVar("P", bound=Period)


def legal_status(held: CaseChronology, facts: Facts, day: date) -> ShownLegalStatus | None:
    period = _last(held.legal_statuses, day)
    if period is None:
        return None
    return ShownLegalStatus(
        legal_status=period.legal_status,
        since=period.since,
        word=word_on(facts, period.corrected_by or period.source),
    )


def care(held: CaseChronology, facts: Facts, day: date) -> ShownCare | None:
    period = held.care_on(day)
    if period is None:
        return None
    return ShownCare(
        since=period.since,
        until=period.until,
        category_of_need=period.category_of_need,
        ceased_because=period.ceased_because,
        word=word_on(facts, period.corrected_by or period.source),
    )


def absence(
    held: CaseChronology, came: Iterable[StayPeriod], facts: Facts, day: date
) -> ShownAbsence | None:
    """By the child's record; who has moved in somewhere since by the day was back (R-202)."""
    period = absent_on(absences(held, (s for s in came if london_day(s.since) <= day)), day)
    if period is None:
        return None
    word = word_on(facts, period.source)
    return ShownAbsence(absence=period.absence, since=period.since, word=word)


def _last(periods: Iterable[P], day: date) -> P | None:
    """The later of the periods that cover a day on which something changes."""
    held = [period for period in periods if period.covers(day)]
    return held[-1] if held else None
