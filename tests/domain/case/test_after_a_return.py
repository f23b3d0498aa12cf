"""The police within the hour, and an interview within three days of coming back."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain.case import CaseEvent
from domain.case.clocks import clocks
from domain.case.commands import RecordPoliceTold, RecordReturnInterview
from domain.case.events import (
    ChildAway,
    PoliceTold,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    ReturnInterviewOffered,
)
from domain.case.interviews import InterviewStep, Return
from domain.shared.clock_catalogue import C_MISSING, C_RHI_72
from domain.shared.clocks import Outcome, is_breached
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.moments import When
from domain.shared.vocabulary import EventId
from tests.support.cases import WORKER, case, case_opened, missing, returned
from tests.support.clocks import TERMS, log

EVENING = datetime(2026, 3, 3, 22, 15, tzinfo=UTC)
MORNING = datetime(2026, 3, 4, 7, 40, tzinfo=UTC)
EARLIER = EVENING - timedelta(hours=3)
AGAIN = datetime(2026, 3, 5, 20, tzinfo=UTC)
BACK_AGAIN = datetime(2026, 3, 6, 9, tzinfo=UTC)
FIRST, SECOND = EventId(UUID(int=103)), EventId(UUID(int=105))
"""What `log` calls the third and the fifth event."""

HELD: dict[str, Any] = {
    "interviewer": "Ros Wetherby",
    "independent": True,
    "said": "At her brother's.",
}


def interview(step: InterviewStep, on: When = MORNING, **said: Any) -> RecordReturnInterview:
    told = {"returns": (Return(event_id=FIRST, at=MORNING),), "by": WORKER} | said
    return RecordReturnInterview(step=step, on=on, **told)


def held(on: When, *returns: EventId) -> ReturnInterviewHeld:
    return ReturnInterviewHeld(returns=returns or (FIRST,), on=on, by=WORKER, **HELD)


def declined(on: When, *returns: EventId) -> ReturnInterviewDeclined:
    return ReturnInterviewDeclined(returns=returns or (FIRST,), on=on, why="refused", by=WORKER)


def police(at: When = EVENING) -> PoliceTold:
    return PoliceTold(at=at, reference="Incident 1187", by=WORKER)


def test_the_police_are_told_of_a_child_who_is_missing() -> None:
    told = RecordPoliceTold(at=EVENING, reference="Incident 1187", by=WORKER)
    gone = case.given(case_opened(), missing(EVENING))

    gone.when(told).then(police())
    gone.when(told.model_copy(update={"reference": " "})).then_refused(MissingInformation)


@pytest.mark.covers("R-245")
def test_what_the_police_say_is_never_refused_whenever_it_was() -> None:
    told = RecordPoliceTold(at=EVENING, reference="Incident 1187", by=WORKER)
    lives: list[tuple[CaseEvent, ...]] = [
        (),
        (ChildAway(since=EVENING),),
        (missing(EARLIER), returned(EARLIER)),
    ]
    for lived in lives:
        case.given(case_opened(), *lived).when(told).then(police())


def test_an_interview_is_offered_held_or_declined() -> None:
    back = case.given(case_opened(), missing(EVENING), returned(MORNING))

    offered = ReturnInterviewOffered(returns=(FIRST,), on=MORNING, by=WORKER)
    back.when(interview(InterviewStep.OFFERED)).then(offered)
    back.when(interview(InterviewStep.HELD, **HELD)).then(held(MORNING))
    no = interview(InterviewStep.DECLINED, why="refused")
    back.when(no).then(declined(MORNING))


def test_who_held_it_and_whether_they_are_independent_is_said() -> None:
    back = case.given(case_opened(), missing(EVENING), returned(MORNING))

    with pytest.raises(MissingInformation, match=r"interviewer.*independent"):
        back.when(interview(InterviewStep.HELD)).then()
    early = interview(InterviewStep.DECLINED, EVENING)
    back.when(early).then_refused(EffectiveBeforeStream)
    back.when(interview(InterviewStep.OFFERED, returns=())).then_refused(WrongState)


def stands(code: str, *events: CaseEvent) -> list[tuple[datetime, Outcome]]:
    found = clocks(log(case_opened(), *events), TERMS)
    return [(each.due.at, each.outcome) for each in found if each.code == code]


@pytest.mark.covers("C-MISSING", "R-24")
def test_the_police_know_within_the_hour() -> None:
    due = EVENING + timedelta(hours=1)

    assert stands(C_MISSING, missing(EVENING)) == [(due, Outcome.RUNNING)]
    assert stands(C_MISSING, missing(EVENING), police()) == [(due, Outcome.MET)]
    assert stands(C_MISSING, missing(EVENING), returned(MORNING)) == [(due, Outcome.STOPPED)]
    found = ChildAway(since=MORNING)
    assert stands(C_MISSING, missing(EVENING), found) == [(due, Outcome.STOPPED)]
    assert stands(C_MISSING, ChildAway(since=EVENING)) == []
    assert stands(C_RHI_72, missing(EVENING)) == []


@pytest.mark.covers("C-MISSING", "R-245")
def test_a_call_of_shortly_before_is_of_the_time_that_follows() -> None:
    due, early = EVENING + timedelta(hours=1), EVENING - timedelta(minutes=25)
    away = ChildAway(since=EARLIER)

    assert stands(C_MISSING, away, police(early), missing(EVENING)) == [(due, Outcome.MET)]
    assert stands(C_MISSING, missing(EVENING), police(early)) == [(due, Outcome.MET)]
    long_ago = police(EVENING - timedelta(days=1, minutes=1))
    assert stands(C_MISSING, missing(EVENING), long_ago) == [(due, Outcome.RUNNING)]


@pytest.mark.covers("C-MISSING", "R-245")
def test_a_call_after_the_return_is_late_and_answers_no_other_time() -> None:
    late, gone = police(MORNING + timedelta(minutes=30)), (missing(EVENING), returned(MORNING))
    (clock,) = [c for c in clocks(log(case_opened(), *gone, late), TERMS) if c.code == C_MISSING]

    assert (clock.outcome, clock.closed_at) == (Outcome.MET, late.at)
    assert is_breached(clock, BACK_AGAIN)
    again = MORNING + timedelta(hours=10)
    assert [o for _, o in stands(C_MISSING, *gone, late, missing(again))] == [
        Outcome.MET,
        Outcome.RUNNING,
    ]


@pytest.mark.covers("C-MISSING", "R-245")
def test_who_was_back_in_time_was_in_time_whoever_was_told_afterwards() -> None:
    back = EVENING + timedelta(minutes=20)
    told = (missing(EVENING), returned(back), police(EVENING + timedelta(hours=5)))
    assert [o for _, o in stands(C_MISSING, *told)] == [Outcome.STOPPED]


@pytest.mark.covers("C-MISSING")
def test_where_only_the_day_is_known_the_police_know_by_its_end() -> None:
    ((due, _),) = stands(C_MISSING, missing(date(2026, 3, 3)))

    assert due.date() == date(2026, 3, 3)
    assert due.hour == 23


@pytest.mark.covers("C-RHI-72")
def test_a_child_is_asked_within_72_hours_of_coming_back() -> None:
    due, gone = MORNING + timedelta(hours=72), (missing(EVENING), returned(MORNING))
    offered = ReturnInterviewOffered(returns=(FIRST,), on=MORNING, by=WORKER)

    assert stands(C_RHI_72, *gone) == [(due, Outcome.RUNNING)]
    assert stands(C_RHI_72, *gone, offered) == [(due, Outcome.RUNNING)], "an offer is no result"
    assert stands(C_RHI_72, *gone, held(AGAIN)) == [(due, Outcome.MET)]
    assert stands(C_RHI_72, *gone, declined(AGAIN)) == [(due, Outcome.STOPPED)]


@pytest.mark.covers("C-RHI-72", "R-245")
def test_an_interview_held_in_time_outranks_an_earlier_refusal() -> None:
    due, gone = MORNING + timedelta(hours=72), (missing(EVENING), returned(MORNING))
    no = declined(MORNING + timedelta(minutes=5))

    assert stands(C_RHI_72, *gone, no, held(AGAIN)) == [(due, Outcome.MET)]
    too_late = held(due + timedelta(hours=1))
    assert stands(C_RHI_72, *gone, no, too_late) == [(due, Outcome.STOPPED)]


@pytest.mark.covers("6-80", "C-RHI-72")
def test_one_interview_may_answer_two_returns_and_each_has_its_own_deadline() -> None:
    twice = (missing(EVENING), returned(MORNING), missing(AGAIN), returned(BACK_AGAIN))
    first, second = MORNING + timedelta(hours=72), BACK_AGAIN + timedelta(hours=72)

    assert stands(C_RHI_72, *twice, held(BACK_AGAIN, FIRST, SECOND)) == [
        (first, Outcome.MET),
        (second, Outcome.MET),
    ]
    assert stands(C_RHI_72, *twice, held(BACK_AGAIN, SECOND)) == [
        (first, Outcome.RUNNING),
        (second, Outcome.MET),
    ]


@pytest.mark.covers("C-RHI-72", "C-MISSING")
def test_nobody_is_asked_who_is_of_age() -> None:
    grown = (missing(EVENING), returned(MORNING))
    opened = case_opened(born_on=date(2008, 3, 3))

    assert [each.code for each in clocks(log(opened, *grown), TERMS)] == []
