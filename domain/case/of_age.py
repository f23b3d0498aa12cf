"""What a child is owed until it is 18 stops on that day (6-38; docs/domain/10, R-224).

Visits, statutory reviews, plans and word of where it lives are owed to a child who is looked
after, and nobody who is 18 is one. What had run out by then stays a breach.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from domain.case.chronology import chronology
from domain.case.events import CaseEvent, CaseOpened
from domain.case.in_law import adult_from
from domain.shared.clock_catalogue import (
    C_AREA_5WD,
    C_CAREPLAN_10,
    C_NOTIF_5WD,
    C_PLAN_5WD,
    C_SREV_3M,
    C_SREV_6M,
    C_SREV_20,
    C_SREV_EARLY,
    C_TERM_10WD,
    C_VISIT_1W,
    C_VISIT_3M,
    C_VISIT_6W,
    C_VISIT_CO_PARENT,
    C_VISIT_CO_PARENT_6W,
    C_VISIT_WEEKLY,
    C_VISIT_WEEKLY_4W,
    C_VISIT_WEEKLY_6W,
)
from domain.shared.clocks import Clock, Outcome, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

STOPS_AT_18: Final = frozenset(
    {
        C_AREA_5WD,
        C_CAREPLAN_10,
        C_NOTIF_5WD,
        C_PLAN_5WD,
        C_SREV_3M,
        C_SREV_6M,
        C_SREV_20,
        C_SREV_EARLY,
        C_VISIT_1W,
        C_VISIT_3M,
        C_VISIT_6W,
        C_VISIT_CO_PARENT,
        C_VISIT_CO_PARENT_6W,
        C_VISIT_WEEKLY,
        C_VISIT_WEEKLY_4W,
        C_VISIT_WEEKLY_6W,
    }
)
OF_CHILDREN: Final = STOPS_AT_18 | {C_TERM_10WD}
"""What nothing opens from the birthday on. Word of an end that was before it is owed on."""

Facts = Sequence[Recorded[CaseEvent]]


def until_of_age(clocks: Sequence[Clock], case: Facts, now: datetime) -> Sequence[Clock]:
    """The clocks without those of an adult; from the birthday on what had run out is stopped."""
    if not any(each.code in OF_CHILDREN for each in clocks):
        return clocks
    birthday = _birthday(case)
    if birthday is None:
        return clocks
    return [_until(each, birthday, now) for each in clocks if _is_of_a_child(each, birthday)]


def _birthday(case: Facts) -> Recorded[CaseEvent] | None:
    """The day on which the child is 18, on the word of the record of who it is."""
    day = adult_from(chronology(case))
    record = next((each for each in case if isinstance(each.event, CaseOpened)), None)
    return None if day is None or record is None else replace(record, effective_at=day)


def _is_of_a_child(clock: Clock, birthday: Recorded[CaseEvent]) -> bool:
    """Opened before the birthday; and due before it too, or met."""
    day = london_day(birthday.effective_at)
    if clock.code in OF_CHILDREN and london_day(clock.anchored_at) >= day:
        return False
    comes_first = london_day(clock.due.at) < day
    return clock.code not in STOPS_AT_18 or clock.outcome is Outcome.MET or comes_first


def _until(clock: Clock, birthday: Recorded[CaseEvent], now: datetime) -> Clock:
    if clock.code not in STOPS_AT_18 or london_day(now) < london_day(birthday.effective_at):
        return clock
    return stopped(_without_later_stop(clock, birthday), birthday)


def _without_later_stop(clock: Clock, birthday: Recorded[CaseEvent]) -> Clock:
    """That the child left, or ceased, after the birthday changes nothing about the day."""
    closed_at = clock.closed_at
    if clock.outcome is not Outcome.STOPPED or closed_at is None:
        return clock
    if london_day(closed_at) <= london_day(birthday.effective_at):
        return clock
    return replace(clock, outcome=Outcome.RUNNING, closed_by=None, closed_at=None)
