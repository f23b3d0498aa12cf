"""The outbox hands each message to one runner at a time, and later to another."""

import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID

from sqlalchemy import insert

from domain.telling.vocabulary import About
from infrastructure.database import Database
from infrastructure.event_store.tables import outbox
from infrastructure.outbox import LONGEST_PAUSE, StoredOutbox, pause_after

NOW = datetime(2026, 11, 2, 12, tzinfo=UTC)


def waits(database: Database, number: int = 1) -> None:
    body = {
        "message_id": str(UUID(int=number)),
        "provider_id": str(UUID(int=2)),
        "invitation_id": str(UUID(int=3)),
        "authority": "E06000015",
    }
    row = {"kind": "invited", "subject": "telling-referral-1", "body": json.dumps(body)}
    with database.write() as connection:
        connection.execute(insert(outbox).values({**row, "created_at": NOW}))


def test_what_is_taken_is_due_again_after_a_pause_that_grows(database: Database) -> None:
    waits(database)
    kept = StoredOutbox(database)

    first = kept.take(NOW)
    assert first is not None
    assert (first.about, first.attempts, first.message_id) == (About.INVITED, 1, UUID(int=1))
    assert kept.take(NOW + pause_after(1) - timedelta(seconds=1)) is None
    again = kept.take(NOW + pause_after(1))
    assert again is not None
    assert (again.attempts, again.message_id) == (2, first.message_id)
    assert kept.take(NOW + pause_after(1) + pause_after(1)) is None


def test_the_oldest_goes_first_and_what_is_done_is_forgotten(database: Database) -> None:
    waits(database, 1)
    waits(database, 2)
    kept = StoredOutbox(database)

    taken = [kept.take(NOW), kept.take(NOW), kept.take(NOW)]
    assert [each and each.message_id for each in taken] == [UUID(int=1), UUID(int=2), None]
    for each in taken:
        if each:
            kept.done(each)
    assert kept.take(NOW + timedelta(days=30)) is None


def test_of_two_runners_that_saw_the_same_message_one_gets_it(database: Database) -> None:
    waits(database)
    kept = StoredOutbox(database)
    seen = kept._oldest(NOW)
    assert seen is not None

    assert [kept._put_off(seen, NOW), kept._put_off(seen, NOW)] == [True, False]


def test_pauses_grow_up_to_the_longest() -> None:
    pauses = [pause_after(attempts) for attempts in range(1, 40)]

    assert all(one <= other for one, other in pairwise(pauses))
    assert pauses[-1] == LONGEST_PAUSE
