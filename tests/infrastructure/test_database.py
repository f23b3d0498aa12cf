"""Reading cannot write, writing is all or nothing, and nobody waits for ever."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError, OperationalError, StatementError

from infrastructure import turns
from infrastructure.database import Database, connect
from infrastructure.event_store.tables import outbox, service_clock
from infrastructure.turns import WriterBusy

MOVED = service_clock.insert().values(name="service", offset_seconds=60)


def clocks(database: Database) -> int:
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(service_clock)).scalar_one()


def test_who_reads_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError, match=r"readonly|read-only"), database.read() as connection:
        connection.execute(MOVED)


def test_a_block_that_raises_has_written_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.write() as connection:
            connection.execute(MOVED)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_fail()

    assert clocks(database) == 0


def test_a_snapshot_stays_as_it_was_found(database: Database) -> None:
    count = select(func.count()).select_from(service_clock)
    with database.snapshot() as connection:
        assert connection.execute(count).scalar_one() == 0
        with database.write() as writer:
            writer.execute(MOVED)
        assert connection.execute(count).scalar_one() == 0

    assert clocks(database) == 1


def test_a_small_question_sees_the_newest_commit_and_may_not_write(database: Database) -> None:
    count = "SELECT count(*) FROM service_clock"
    for moved in range(2):
        with database.reading_driver() as connection:
            assert connection.execute(count).fetchone()[0] == moved
        if not moved:
            with database.write() as writer:
                writer.execute(MOVED)

    with pytest.raises(DBAPIError), database.reading_driver() as connection:
        connection.execute("DELETE FROM service_clock")
    assert database.spares.kept == []
    assert clocks(database) == 1


def test_what_comes_back_after_everything_was_let_go_is_let_go_too(database: Database) -> None:
    with database.reading_driver():
        database.dispose()

    assert database.spares.kept == []


def test_a_turn_to_write_is_not_waited_for_for_ever(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(turns, "WAIT_SECONDS", 0.01)
    database = connect(sqlite_url)
    with database.write(), pytest.raises(WriterBusy), database.write():
        pass
    database.dispose()


def test_a_lock_is_not_waited_for_for_ever(postgres_url: str) -> None:
    holder, waiter = connect(postgres_url), connect(f"{postgres_url}?options=-c lock_timeout=20")
    with holder.write() as held:
        held.execute(text("LOCK TABLE service_clock"))
        with pytest.raises(OperationalError, match="lock timeout"), waiter.write() as connection:
            connection.execute(MOVED)
    holder.dispose()
    waiter.dispose()


def test_an_error_lists_none_of_the_values_that_were_sent(database: Database) -> None:
    secret = service_clock.insert().values(name="Amara", offset_seconds=None)

    with pytest.raises(DBAPIError) as error, database.write() as connection:
        connection.execute(secret)

    ours = str(error.value).split("DETAIL")[0]  # the rest is PostgreSQL's own
    assert "Amara" not in ours


def test_who_reads_finds_new_connections_when_the_database_lost_them(postgres_url: str) -> None:
    database, other = connect(postgres_url), connect(postgres_url)
    with database.reading_driver() as connection:
        pid = connection.info.backend_pid
    with other.write() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})

    with pytest.raises(DBAPIError) as lost, database.reading_driver() as connection:
        connection.execute("SELECT 1")
    assert lost.value.connection_invalidated
    with database.reading_driver() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    database.dispose()
    other.dispose()


def test_who_writes_does_too(postgres_url: str) -> None:
    database, other = connect(postgres_url), connect(postgres_url)
    with database.driver() as connection:
        pid = connection.info.backend_pid
    with other.write() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})

    with pytest.raises(DBAPIError) as error, database.driver() as connection:
        connection.execute("SELECT 1")
    with database.driver() as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)

    assert error.value.connection_invalidated
    database.dispose()
    other.dispose()


def test_memory_alone_is_refused() -> None:
    with pytest.raises(ValueError, match="file"):
        connect("sqlite://")


def test_an_instant_is_the_same_instant_when_read_back_in_utc(database: Database) -> None:
    nine_in_summer = datetime(2026, 7, 1, 9, 0, tzinfo=timezone(timedelta(hours=1)))
    row = {"kind": "k", "subject": "s", "body": "{}", "created_at": nine_in_summer}
    with database.write() as connection:
        connection.execute(outbox.insert(), row)

    with database.read() as connection:
        (found,) = connection.execute(select(outbox.c.created_at)).scalars()
    assert (found, found.tzinfo) == (nine_in_summer, UTC)


def test_a_time_without_an_offset_is_refused(database: Database) -> None:
    row = {"kind": "k", "subject": "s", "body": "{}", "created_at": datetime(2026, 7, 1)}  # noqa: DTZ001 (the point)

    with pytest.raises(StatementError, match="offset"), database.write() as connection:
        connection.execute(outbox.insert(), row)
