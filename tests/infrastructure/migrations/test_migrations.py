"""Migrating brings an empty database to the shape that the code knows, at most once."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect

from infrastructure.database import Database, connect
from infrastructure.event_store.guards import missing_guards
from infrastructure.event_store.tables import log_metadata
from infrastructure.migrations import is_at_head, migrate
from tests.support.databases import PostgresDatabases


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(
    request: pytest.FixtureRequest, postgres_databases: PostgresDatabases, tmp_path: Path
) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / '50% full.db'}"
        return
    with postgres_databases.empty() as url:
        yield url


def test_the_tables_are_those_that_the_code_declares(database: Database) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, log_metadata) == []
        for table in log_metadata.tables.values():
            keys = inspect(connection).get_pk_constraint(table.name)["constrained_columns"]
            assert keys == [column.name for column in table.primary_key]


def test_a_migrated_database_is_at_head_and_an_empty_one_is_not(empty_url: str) -> None:
    database = connect(empty_url)
    assert not is_at_head(database)

    migrate(empty_url)

    assert is_at_head(database)
    database.dispose()


def test_several_starts_at_once_migrate_once(empty_url: str) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(migrate, [empty_url] * 4))

    database = connect(empty_url)
    assert is_at_head(database)
    assert missing_guards(database) == []
    database.dispose()
