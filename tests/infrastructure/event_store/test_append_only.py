"""What was added stays as it was, whoever asks: the database itself refuses."""

from collections.abc import Iterator

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from infrastructure.database import Database, connect
from infrastructure.event_store.grants import grant_service_role
from infrastructure.event_store.guards import missing_guards
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.event_store.tables import live_read_models
from tests.support.databases import PostgresDatabases
from tests.support.log import answered, stored

FILL = (
    "INSERT INTO access_log (at, subject, role, authority, action, resource, purpose, outcome)"
    " VALUES ('2026-01-05T09:00:00+00:00', 's', 'r', 'a', 'read', 'case-1', 'p', 'allowed')"
)

HOLLOW = (
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql"
    " AS $$ BEGIN RETURN NEW; END $$"
)

REFUSED = r"append-only|GENERATED ALWAYS|events_stream_version|commands_pkey|CHECK constraint"
"""What a guard says. An attack that only fails to parse would prove nothing."""

CHANGES = [
    "UPDATE events SET body = 'other'",
    "UPDATE events SET position = 7",
    "DELETE FROM events",
    "DELETE FROM events WHERE position = 1",
    "UPDATE commands SET answer = '{}'",
    "DELETE FROM commands",
    "UPDATE access_log SET purpose = 'other'",
    "DELETE FROM access_log",
    (
        "INSERT INTO events (stream, version, name, body) VALUES ('case-1', 1, 'n', 'other')"
        " ON CONFLICT (stream, version) DO UPDATE SET body = excluded.body"
    ),
    (
        "INSERT INTO commands (authority, subject, key, body_hmac, answer, stream, version)"
        " VALUES ('E06000015', 'officer-1', 'k', 'h', 'other', 'case-1', 1)"
        " ON CONFLICT (authority, subject, key) DO UPDATE SET answer = excluded.answer"
    ),
]

ON_SQLITE = [
    "INSERT OR REPLACE INTO events (stream, version, name, body) VALUES ('case-1', 1, 'n', 'x')",
    "INSERT OR REPLACE INTO events VALUES (1, 'case-9', 1, 'n', 'other')",
    "INSERT INTO events VALUES (1000, 'case-9', 1, 'n', 'chosen')",
    "INSERT INTO events VALUES (-1, 'case-9', 1, 'n', 'chosen')",
    "INSERT OR IGNORE INTO events VALUES (1000, 'case-9', 1, 'n', 'chosen')",
    "UPDATE OR REPLACE events SET position = 1 WHERE position = 2",
    "REPLACE INTO commands VALUES ('E06000015', 'officer-1', 'k', 'h', 'other', 'case-1', 1)",
    "INSERT OR REPLACE INTO access_log VALUES (1, '', '', '', '', '', '', '', 'other')",
    "INSERT INTO access_log VALUES (-1, '', '', '', '', '', '', '', 'chosen')",
]

ON_POSTGRES = [
    "TRUNCATE events",
    "TRUNCATE commands",
    "TRUNCATE access_log",
    "TRUNCATE events, commands, access_log CASCADE",
    "INSERT INTO events VALUES (1000, 'case-9', 1, 'n', 'chosen')",
    "INSERT INTO events OVERRIDING SYSTEM VALUE VALUES (1000, 'case-9', 1, 'n', 'chosen')",
    (
        "INSERT INTO access_log OVERRIDING SYSTEM VALUE"
        " VALUES (1000, now(), '', '', '', '', '', '', 'chosen')"
    ),
]


@pytest.fixture
def filled(database: Database) -> Database:
    return fill(database)


@pytest.fixture
def filled_sqlite(sqlite_url: str) -> Iterator[Database]:
    database = connect(sqlite_url)
    yield fill(database)
    database.dispose()


@pytest.fixture
def filled_postgres(postgres_url: str) -> Iterator[Database]:
    database = connect(postgres_url)
    yield fill(database)
    database.dispose()


@pytest.fixture(scope="session")
def service_role(postgres_databases: PostgresDatabases) -> str:
    postgres_databases.server.run('CREATE ROLE "the service" LOGIN')
    return "the service"


@pytest.fixture
def service(filled_postgres: Database, service_role: str) -> Iterator[Database]:
    """The same database, as the service's own role sees it."""
    grant_service_role(filled_postgres, service_role)
    url = filled_postgres.engine.url.set(username=service_role)
    database = connect(url)
    yield database
    database.dispose()


def fill(database: Database) -> Database:
    LogRecorder(database).insert_events(
        [stored("case-1", 1), stored("case-1", 2)], command=answered("case-1", 2, key="k")
    )
    with database.write() as connection:
        connection.exec_driver_sql(FILL)
    return database


def attack(database: Database, statement: str) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(statement)


def contents(database: Database) -> list[object]:
    with database.read() as connection:
        return [
            connection.execute(text(f"SELECT * FROM {table}")).fetchall()
            for table in ("events", "commands", "access_log")
        ]


@pytest.mark.parametrize("statement", CHANGES)
def test_nothing_is_changed_or_removed(filled: Database, statement: str) -> None:
    before = contents(filled)

    with pytest.raises(DBAPIError, match=REFUSED):
        attack(filled, statement)

    assert contents(filled) == before


@pytest.mark.parametrize("statement", ON_SQLITE)
def test_sqlite_lets_nobody_replace_a_row_or_choose_its_number(
    filled_sqlite: Database, statement: str
) -> None:
    before = contents(filled_sqlite)

    with pytest.raises(IntegrityError, match=REFUSED):
        attack(filled_sqlite, statement)

    assert contents(filled_sqlite) == before


@pytest.mark.parametrize("statement", ON_POSTGRES)
def test_postgres_lets_not_even_the_owner_empty_a_table_or_choose_a_number(
    filled_postgres: Database, statement: str
) -> None:
    before = contents(filled_postgres)

    with pytest.raises(DBAPIError, match=REFUSED):
        attack(filled_postgres, statement)

    assert contents(filled_postgres) == before


@pytest.mark.parametrize("statement", ["DELETE FROM events", "TRUNCATE commands"])
def test_a_session_that_calls_itself_a_replica_is_refused_as_well(
    filled_postgres: Database, statement: str
) -> None:
    with filled_postgres.write() as connection:
        connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        with pytest.raises(IntegrityError, match=REFUSED):
            connection.exec_driver_sql(statement)


@pytest.mark.parametrize("statement", [*CHANGES, *ON_POSTGRES])
def test_the_service_has_no_right_to_any_of_it(service: Database, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|GENERATED ALWAYS"):
        attack(service, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER events_refuses_change ON events",
        "ALTER TABLE events DISABLE TRIGGER ALL",
        "ALTER SEQUENCE events_position_seq RESTART",
        "SELECT setval('events_position_seq', 1)",
        HOLLOW,
    ],
)
def test_nor_to_take_the_guards_away(service: Database, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
        attack(service, statement)


def test_the_service_can_do_its_work(service: Database) -> None:
    recorder = LogRecorder(service)

    positions = recorder.insert_events(
        [stored("case-1", 3), stored("case-2", 1)], command=answered("case-1", 3)
    )
    attack(service, FILL)
    attack(service, "CREATE TABLE read_model_r1 (case_id text)")
    with service.write() as connection:
        connection.execute(live_read_models.insert(), {"name": "read_model", "revision": 1})
        connection.execute(live_read_models.update().values(revision=2))

    assert recorder.position_of("case-2", 1) == positions[-1]


def test_all_guards_are_in_place_after_migrating(database: Database) -> None:
    assert missing_guards(database) == []


def test_a_guard_taken_away_is_missed(filled: Database) -> None:
    name = "events_refuses_change" if filled.is_postgres else "events_refuses_delete"

    attack(filled, f"DROP TRIGGER {name}" + (" ON events" if filled.is_postgres else ""))

    assert missing_guards(filled) == [name]


def test_a_guard_made_hollow_on_sqlite_is_missed(filled_sqlite: Database) -> None:
    attack(filled_sqlite, "DROP TRIGGER events_refuses_update")
    attack(
        filled_sqlite,
        "CREATE TRIGGER events_refuses_update BEFORE UPDATE ON events WHEN 0"
        " BEGIN SELECT RAISE(ABORT, 'append-only'); END",
    )

    assert missing_guards(filled_sqlite) == ["events_refuses_update"]


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE commands DISABLE TRIGGER commands_refuses_change",
        "ALTER TABLE commands ENABLE REPLICA TRIGGER commands_refuses_change",
        "ALTER TABLE commands ENABLE TRIGGER commands_refuses_change",
    ],
)
def test_a_guard_put_to_sleep_on_postgres_is_missed(
    filled_postgres: Database, statement: str
) -> None:
    attack(filled_postgres, statement)

    assert missing_guards(filled_postgres) == ["commands_refuses_change"]


def test_a_guard_that_no_longer_refuses_on_postgres_is_missed(filled_postgres: Database) -> None:
    attack(filled_postgres, HOLLOW)

    assert "events_refuses_change" in missing_guards(filled_postgres)
