"""A policy moves on in the append of what it causes: once, whoever else runs it."""

from threading import Barrier, Thread

import pytest

from infrastructure.database import Database, connect
from infrastructure.event_store.errors import PolicyClash, ProjectionClash, StreamClash
from infrastructure.event_store.recorder import LogRecorder, PolicyMove
from infrastructure.event_store.tracker import LogTracker
from tests.support.log import answered, stored


@pytest.fixture
def log(database: Database) -> LogRecorder:
    return LogRecorder(database)


def move(after: int | None, position: int) -> PolicyMove:
    return PolicyMove(policy="clocks", after=after, position=position)


def test_a_policy_that_has_not_begun_is_nowhere(log: LogRecorder) -> None:
    assert log.policy_position("clocks") is None


@pytest.mark.parametrize("count", [0, 1, 3])
def test_it_moves_with_the_events_it_causes(log: LogRecorder, count: int) -> None:
    caused = [stored("clock-1", version) for version in range(1, count + 1)]

    log.insert_events(caused, policy=move(None, 4))
    log.insert_events([stored("clock-2", 1)], policy=move(4, 9))

    assert log.policy_position("clocks") == 9
    assert len(log.select_stream("clock-1")) == count


@pytest.mark.parametrize("count", [0, 1, 3])
@pytest.mark.parametrize("after", [None, 3, 5])
def test_a_runner_that_was_overtaken_causes_nothing(
    log: LogRecorder, after: int | None, count: int
) -> None:
    log.insert_events([], policy=move(None, 4))
    caused = [stored("clock-1", version) for version in range(1, count + 1)]
    answer = answered("clock-1", 1)

    with pytest.raises(PolicyClash):
        log.insert_events(caused, policy=move(after, 9), command=answer)

    assert log.policy_position("clocks") == 4
    assert log.max_notification_id() is None
    assert log.find_command(answer.authority, answer.subject, answer.key) is None


def test_a_policy_that_has_not_begun_cannot_move_from_somewhere(log: LogRecorder) -> None:
    with pytest.raises(PolicyClash):
        log.insert_events([stored("clock-1", 1)], policy=move(4, 9))

    assert log.max_notification_id() is None


def test_it_stays_where_it_was_when_its_events_clash(log: LogRecorder) -> None:
    log.insert_events([stored("clock-1", 1)], policy=move(None, 4))

    with pytest.raises(StreamClash):
        log.insert_events([stored("clock-1", 1)], policy=move(4, 9))

    assert log.policy_position("clocks") == 4


@pytest.mark.parametrize("after", [None, 4])
def test_of_runners_at_the_same_step_one_takes_it(
    log: LogRecorder, database_url: str, after: int | None
) -> None:
    if after is not None:
        log.insert_events([], policy=move(None, after))
    results: list[str] = []
    ready = Barrier(4)

    def run(number: int) -> None:
        own = connect(database_url)
        try:
            ready.wait()
            LogRecorder(own).insert_events([stored(f"clock-{number}", 1)], policy=move(after, 9))
            results.append("moved")
        except PolicyClash:
            results.append("overtaken")
        finally:
            own.dispose()

    runners = [Thread(target=run, args=(number,)) for number in range(4)]
    for runner in runners:
        runner.start()
    for runner in runners:
        runner.join()

    assert sorted(results) == ["moved"] + ["overtaken"] * 3
    assert len(log.select_notifications(None, 10)) == 1


def test_a_projection_advances_only_from_where_it_stood(database: Database) -> None:
    tracker = LogTracker(database)
    with database.write() as connection:
        tracker.advance(connection, "board", None, 10)
    with database.write() as connection:
        tracker.advance(connection, "board", 10, 20)

    for after in (None, 10, 15):
        with pytest.raises(ProjectionClash), database.write() as connection:
            tracker.advance(connection, "board", after, 30)

    assert tracker.max_tracking_id("board") == 20
