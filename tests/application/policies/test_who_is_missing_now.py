"""The alarm for a child stands while it is missing now, in whatever order it was all typed."""

from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import permutations

import pytest

from application.policies.leave_to_people import LeaveToPeople
from application.shared.casework import Act
from application.shared.ports import History, Writing
from domain import task
from domain.case import CaseEvent
from domain.case.events import ChildAway
from domain.shared.envelope import FileId, StreamId
from domain.task import codes
from domain.task.state import Waiting
from tests.support.cases import case_opened, missing, returned
from tests.support.memory import MemoryStreams, occasion, office_of

CHILD = StreamId("case-1")
NOW = datetime(2026, 11, 22, 20, tzinfo=UTC)
BEFORE = NOW - timedelta(days=12)
BACK = BEFORE + timedelta(hours=12)
LATER = NOW + timedelta(hours=2)


def alarms(*told: CaseEvent) -> int:
    """How many alarms wait, each event having been followed the moment it was told."""
    streams = MemoryStreams()
    policy, office = LeaveToPeople(streams), office_of(streams)
    nothing: History[CaseEvent] = History(CHILD, (), 0, b"", None)
    for event in (case_opened(), *told):
        before = streams.read(CHILD)
        after = before if before.version else nothing
        streams.append([Writing(after, [event], FileId(CHILD))], occasion(), {})
        cause = streams.log[-1]
        act = policy.react(cause) if policy.concerns(cause) else None
        if act is not None:
            office.casework.do(occasion(), partial(_as_is, act))
    waiting = streams.read(StreamId(f"task-{CHILD}")).folded(task.decider)
    if not isinstance(waiting, Waiting):
        return 0
    return sum(each.code == codes.CHILD_MISSING for each in waiting.waiting())


def _as_is(act: Act) -> Act:
    return act


@pytest.mark.covers("6-80", "R-243")
def test_a_return_of_an_older_time_away_does_not_settle_the_alarm_of_who_is_missing_now() -> None:
    assert alarms(missing(NOW), missing(BEFORE)) == 1
    assert alarms(missing(NOW), missing(BEFORE), returned(BACK)) == 1
    assert alarms(missing(NOW), missing(BEFORE), ChildAway(since=BACK)) == 1


@pytest.mark.covers("R-243")
def test_an_older_time_away_raises_no_alarm_once_the_child_is_back() -> None:
    assert alarms(missing(NOW), returned(LATER), missing(BEFORE)) == 0
    assert alarms(missing(NOW), ChildAway(since=LATER), missing(BEFORE)) == 0


@pytest.mark.covers("R-243")
def test_in_whatever_order_it_is_told_the_last_word_decides() -> None:
    gone: list[CaseEvent] = [missing(BEFORE), returned(BACK), missing(NOW)]
    assert {alarms(*told) for told in permutations(gone)} == {1}
    assert {alarms(*told) for told in permutations([*gone, returned(LATER)])} == {0}
