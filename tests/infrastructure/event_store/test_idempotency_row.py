"""The answer to a command is written with its events, once for each key, and kept."""

from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import pytest
from sqlalchemy import select

from infrastructure.database import Database, connect
from infrastructure.event_store.errors import CommandClash, StreamClash
from infrastructure.event_store.recorder import CommandRow, LogRecorder, OutboxRow
from infrastructure.event_store.tables import outbox
from tests.support.log import answered, stored

SENT = OutboxRow(
    kind="email",
    subject="provider-1",
    body='{"subject": "invited"}',
    created_at=datetime(2026, 1, 5, 9, 30, tzinfo=UTC),
)


@pytest.fixture
def log(database: Database) -> LogRecorder:
    return LogRecorder(database)


def messages(log: LogRecorder) -> list[OutboxRow]:
    query = select(outbox.c.kind, outbox.c.subject, outbox.c.body, outbox.c.created_at)
    with log.database.read() as connection:
        rows = connection.execute(query.order_by(outbox.c.id)).mappings().all()
    return [OutboxRow(**row) for row in rows]


def test_an_answer_is_found_by_its_key_as_it_was_given(log: LogRecorder) -> None:
    answer = answered("case-1", 1, answer='{"ids": {"case": "é"}}')

    log.insert_events([stored("case-1", 1)], command=answer)

    assert log.find_command(answer.authority, answer.subject, answer.key) == answer


@pytest.mark.parametrize(
    "other",
    [
        replace(answered("case-1", 2), authority="E06000016"),
        replace(answered("case-1", 2), subject="officer-2"),
        answered("case-1", 2, key="key-2"),
    ],
)
def test_the_same_key_of_another_person_or_council_is_another_command(
    log: LogRecorder, other: CommandRow
) -> None:
    answer = answered("case-1", 1)
    log.insert_events([stored("case-1", 1)], command=answer)

    assert log.find_command(other.authority, other.subject, other.key) is None
    log.insert_events([stored("case-1", 2)], command=other)

    assert log.find_command(other.authority, other.subject, other.key) == other


@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_second_answer_to_the_same_command_takes_its_events_with_it(
    log: LogRecorder, count: int
) -> None:
    answer = answered("case-1", 1)
    log.insert_events([stored("case-1", 1)], command=answer, outbox=[SENT])
    again = [stored("case-2", version) for version in range(1, count + 1)]

    with pytest.raises(CommandClash):
        log.insert_events(again, command=replace(answer, answer="other"), outbox=[SENT])

    assert log.select_stream("case-2") == []
    assert log.find_command(answer.authority, answer.subject, answer.key) == answer
    assert messages(log) == [SENT]


def test_a_clash_in_the_stream_takes_the_answer_with_it(log: LogRecorder) -> None:
    log.insert_events([stored("case-1", 1)])
    answer = answered("case-1", 1)

    with pytest.raises(StreamClash):
        log.insert_events([stored("case-1", 1)], command=answer, outbox=[SENT])

    assert log.find_command(answer.authority, answer.subject, answer.key) is None
    assert messages(log) == []


def test_when_both_clash_the_request_hears_that_it_was_answered(log: LogRecorder) -> None:
    log.insert_events([stored("case-1", 1)], command=answered("case-1", 1))

    with pytest.raises(CommandClash):
        log.insert_events([stored("case-1", 1)], command=answered("case-1", 1))


def test_of_alike_requests_at_once_one_is_done_and_the_others_hear_of_it(
    log: LogRecorder, database_url: str
) -> None:
    heard: list[str] = []

    def ask() -> None:
        own = connect(database_url)
        try:
            LogRecorder(own).insert_events([stored("case-1", 1)], command=answered("case-1", 1))
            heard.append("done")
        except CommandClash:
            heard.append("answered")
        finally:
            own.dispose()

    threads = [Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(heard) == ["answered"] * 5 + ["done"]
    assert len(log.select_stream("case-1")) == 1


@pytest.mark.parametrize("count", [0, 1, 2])
def test_messages_leave_with_the_events_in_their_order(log: LogRecorder, count: int) -> None:
    events = [stored("case-1", version) for version in range(1, count + 1)]
    sent = [replace(SENT, subject=f"provider-{n}") for n in range(3)]

    log.insert_events(events, outbox=sent)

    assert messages(log) == sent


def test_a_misspelt_companion_is_not_lost_in_silence(log: LogRecorder) -> None:
    with pytest.raises(TypeError, match="comand"):
        log.insert_events([stored("case-1", 1)], comand=answered("case-1", 1))


def test_a_stream_is_cut_at_a_position(log: LogRecorder) -> None:
    (first,) = log.insert_events([stored("case-1", 1)])
    log.insert_events([stored("case-2", 1)])
    (last,) = log.insert_events([stored("case-1", 2)])

    assert [event.id for event in log.select_stream("case-1")] == [first, last]
    assert [event.id for event in log.select_stream("case-1", up_to=last - 1)] == [first]
    assert log.position_of("case-1", 2) == last
    assert log.position_of("case-1", 3) is None


def test_an_append_wakes_whoever_waits_for_it(log: LogRecorder) -> None:
    rung = log.appended.rung
    writer = Thread(target=log.insert_events, args=([stored("case-1", 1)],))
    writer.start()
    log.appended.wait(30, rung)
    assert log.appended.rung == rung + 1
    writer.join()
