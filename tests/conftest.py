"""Settings every test shares, and a fresh database of each kind for whoever asks."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from infrastructure.database import Database, connect
from tests.support import postgres
from tests.support.databases import PostgresDatabases, SqliteDatabases, sqlite_version
from tests.support.documented import SEEN
from tests.support.scratch import in_memory
from tests.support.service import Office, furnish, opened
from tests.tools.openapi import description

# Nothing is thrown away while everything is imported: see `pytest_collection_finish`.
gc.disable()

# How fast a machine is says nothing about the code.
settings.register_profile(
    "house", deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("endurance", settings.get_profile("house"), max_examples=1000)
settings.load_profile("house")

if memory := in_memory():
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(memory))


def pytest_collection_finish() -> None:
    """What was imported stays: no collection need look through half a million objects again."""
    gc.enable()
    gc.collect()
    gc.freeze()


def pytest_report_header() -> str:
    return f"databases: SQLite {sqlite_version()}, PostgreSQL {postgres.version()}"


@pytest.fixture(autouse=True)
def refused_as_marked(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test marked `refuses` is one in which a caller is refused with these codes, over HTTP."""
    SEEN.clear()
    yield
    marked = {code for mark in request.node.iter_markers("refuses") for code in mark.args}
    assert marked <= SEEN, f"nobody was refused with {sorted(marked - SEEN)}"


@pytest.fixture(scope="session")
def described() -> dict[str, Any]:
    """The service's description, made once: to be read and left as it is."""
    return description()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A server of this worker's own."""
    with postgres.postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_databases(postgres_server: postgres.Server) -> PostgresDatabases:
    return PostgresDatabases.on(postgres_server)


@pytest.fixture(scope="session")
def sqlite_databases(tmp_path_factory: pytest.TempPathFactory) -> SqliteDatabases:
    return SqliteDatabases.under(tmp_path_factory.mktemp("sqlite"))


@pytest.fixture
def sqlite_url(sqlite_databases: SqliteDatabases, tmp_path: Path) -> str:
    return sqlite_databases.fresh(tmp_path)


@pytest.fixture
def postgres_url(postgres_databases: PostgresDatabases) -> Iterator[str]:
    with postgres_databases.fresh() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh, migrated database; the test runs once on each kind."""
    kind = {"sqlite": "sqlite_url", "postgresql": "postgres_url"}[request.param]
    url: str = request.getfixturevalue(kind)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    connected = connect(database_url)
    yield connected
    connected.dispose()


@pytest.fixture(scope="session")
def furnished_sqlite(
    tmp_path_factory: pytest.TempPathFactory, sqlite_databases: SqliteDatabases
) -> Path:
    """The folder of a service that is ready to open: each test opens a copy."""
    home = tmp_path_factory.mktemp("furnished") / "home"
    home.mkdir()
    furnish(home, sqlite_databases.fresh(home))
    return home


@pytest.fixture(scope="session")
def furnished_postgres(
    tmp_path_factory: pytest.TempPathFactory, postgres_databases: PostgresDatabases
) -> Path:
    """The same for PostgreSQL, whose template has the log in it."""
    home = tmp_path_factory.mktemp("furnished") / "home"
    postgres_databases.make_template("furnished", lambda url: furnish(home, url))
    return home


@pytest.fixture
def sqlite_office(tmp_path: Path, furnished_sqlite: Path) -> Iterator[Office]:
    """A whole service on SQLite: for what the database has no part in."""
    home = tmp_path / "home"
    shutil.copytree(furnished_sqlite, home)
    with opened(home, f"sqlite:///{home / 'placements.db'}") as service:
        yield service


@pytest.fixture
def postgres_office(
    tmp_path: Path, furnished_postgres: Path, postgres_databases: PostgresDatabases
) -> Iterator[Office]:
    home = tmp_path / "home"
    shutil.copytree(furnished_postgres, home)
    with postgres_databases.empty("furnished") as url, opened(home, url) as service:
        yield service


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared_office(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """One service for all tests of a module that only read what its fixture has told it."""
    home = tmp_path_factory.mktemp("shared") / "home"
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("furnished_sqlite"), home)
        with opened(home, f"sqlite:///{home / 'placements.db'}") as service:
            yield service
    else:
        shutil.copytree(request.getfixturevalue("furnished_postgres"), home)
        databases: PostgresDatabases = request.getfixturevalue("postgres_databases")
        with databases.empty("furnished") as url, opened(home, url) as service:
            yield service


@pytest.fixture(params=["sqlite", "postgresql"])
def office(request: pytest.FixtureRequest) -> Office:
    """A whole service, once on each kind of database."""
    kind = {"sqlite": "sqlite_office", "postgresql": "postgres_office"}[request.param]
    service: Office = request.getfixturevalue(kind)
    return service
