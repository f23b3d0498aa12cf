"""Hospital, holidays, a carer's holiday: away for a while, and the placement goes on."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain import placement
from domain.placement.absence_periods import is_beside
from domain.placement.absences import NATIONAL, AbsenceKind
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import RecordBack, RecordEnd, RecordTemporaryAbsence
from domain.placement.endings import Instigator
from domain.placement.errors import DetailsMissing
from domain.placement.events import (
    PlacementEnded,
    PlacementEvent,
    TemporaryAbsenceEnded,
    TemporaryAbsenceStarted,
)
from domain.placement.stability import ToldBy
from domain.shared.clock_catalogue import C_ABSENCE_7
from domain.shared.clocks import Outcome
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import Provision, Subject
from tests.support.clocks import TERMS
from tests.support.placements import BROKER, MANAGER, arrangement, ended, history, started
from tests.support.scenario import Case

case = Case(placement.decider)
BEGAN, WENT, CAME, LEFT = (
    date(2026, 3, 3),
    date(2026, 4, 14),
    date(2026, 4, 17),
    date(2026, 6, 1),
)


def away(since: When = WENT, **said: Any) -> dict[str, Any]:
    return {
        "kind": AbsenceKind.HOSPITAL,
        "since": since,
        "expected_back": None,
        "told_by": ToldBy.COUNCIL,
        "where": "Ward 4",
        "held_open_by": None,
        "by": BROKER,
    } | said


def back(at: When = CAME) -> dict[str, Any]:
    return {"at": at, "told_by": ToldBy.PROVIDER, "by": BROKER}


def went(since: When = WENT, **said: Any) -> TemporaryAbsenceStarted:
    return TemporaryAbsenceStarted(**away(since, **said))


def came(at: When = CAME) -> TemporaryAbsenceEnded:
    return TemporaryAbsenceEnded(**back(at))


def test_a_child_is_away_for_a_while_and_comes_back() -> None:
    there = case.given(started(BEGAN))

    there.when(RecordTemporaryAbsence(**away())).then(went())
    case.given(started(BEGAN), went()).when(RecordBack(**back())).then(came())
    again = case.given(started(BEGAN), went(), came())
    again.when(RecordTemporaryAbsence(**away(date(2026, 5, 1)))).then(went(date(2026, 5, 1)))


def test_nobody_is_away_twice_at_once_or_comes_back_who_was_not_away() -> None:
    gone = case.given(started(BEGAN), went())

    holiday = away(date(2026, 4, 15), kind=AbsenceKind.HOLIDAY)
    gone.when(RecordTemporaryAbsence(**holiday)).then_refused(WrongState)
    gone.when(RecordBack(**back(date(2026, 4, 13)))).then_refused(EffectiveBeforeStream)
    here = case.given(started(BEGAN))
    here.when(RecordBack(**back())).then_refused(WrongState)


def test_an_absence_lies_within_the_stay() -> None:
    there = case.given(started(BEGAN))

    too_soon = RecordTemporaryAbsence(**away(date(2026, 3, 2)))
    there.when(too_soon).then_refused(EffectiveBeforeStream)
    left = case.given(started(BEGAN), ended(LEFT))
    left.when(RecordTemporaryAbsence(**away(date(2026, 6, 2)))).then_refused(WrongState)
    left.when(RecordTemporaryAbsence(**away())).then(went())
    backwards = away(expected_back=date(2026, 4, 13))
    there.when(RecordTemporaryAbsence(**backwards)).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("6-81")
def test_a_place_is_held_open_in_custody_by_somebodys_decision() -> None:
    there = case.given(started(BEGAN))
    held = away(kind=AbsenceKind.CUSTODY, held_open_by=MANAGER)

    there.when(RecordTemporaryAbsence(**held)).then(TemporaryAbsenceStarted(**held))
    nobody = RecordTemporaryAbsence(**held | {"held_open_by": None})
    there.when(nobody).then_refused(DetailsMissing)
    oneself = RecordTemporaryAbsence(**held | {"held_open_by": Subject(BROKER.upper())})
    there.when(oneself).then_refused(ConflictOfInterest)


@pytest.mark.covers("6-81")
def test_custody_may_end_the_placement_too() -> None:
    there = case.given(started(BEGAN), went(kind=AbsenceKind.CUSTODY, held_open_by=MANAGER))
    over = RecordEnd(
        at=LEFT,
        reason="custody",
        national_reason="CUSTOD",
        instigator=Instigator.OTHER,
        looked_after=True,
    )

    decided = placement.decider.decide(placement.decider.replay(there.history), over)

    assert [type(each) for each in decided] == [PlacementEnded]


@pytest.mark.covers("R-195")
def test_absences_are_periods_that_end_with_the_return_or_with_the_placement() -> None:
    evening = datetime(2026, 5, 4, 19, tzinfo=UTC)
    told = history(started(BEGAN), went(), came(), went(evening), ended(LEFT))

    held = chronology(told)

    assert [(each.since, each.until) for each in held.absences] == [(WENT, CAME), (evening, LEFT)]
    assert held.absence_on(date(2026, 4, 16)) == held.absences[0]
    assert held.absence_on(CAME) is None, "on the day of coming back the child is there"
    assert held.stays[0].until == LEFT, "the stay goes on meanwhile"


@pytest.mark.covers("R-195")
def test_a_stay_for_a_while_is_no_second_placement() -> None:
    home = chronology(history(started(BEGAN)))
    away_from_it = chronology(history(started(BEGAN), went()))
    another, respite = arrangement(), arrangement(provision=Provision.TEMPORARY)

    assert not is_beside(another, home, WENT)
    assert is_beside(respite, home, WENT)
    assert is_beside(another, away_from_it, WENT)
    assert not is_beside(another, away_from_it, date(2026, 4, 13)), "before it went"


def timer(*events: PlacementEvent) -> tuple[str, str] | None:
    found = [each for each in clocks(history(*events), TERMS) if each.code == C_ABSENCE_7]
    return (london_day(found[-1].due.at).isoformat(), found[-1].outcome.value) if found else None


@pytest.mark.covers("R-195")
def test_only_an_absence_for_no_named_reason_is_asked_about_after_seven_days() -> None:
    other = went(kind=AbsenceKind.OTHER)

    assert timer(started(BEGAN), went()) is None
    assert timer(started(BEGAN), other) == ("2026-04-21", Outcome.RUNNING)
    assert timer(started(BEGAN), other, came()) == ("2026-04-21", Outcome.STOPPED)
    assert timer(started(BEGAN), other, ended(LEFT)) == ("2026-04-21", Outcome.STOPPED)


def test_every_kind_but_custody_has_its_code_in_the_national_return() -> None:
    assert set(NATIONAL) == set(AbsenceKind) - {AbsenceKind.CUSTODY}
    assert sorted(NATIONAL.values()) == ["T0", "T1", "T2", "T3", "T4"]
