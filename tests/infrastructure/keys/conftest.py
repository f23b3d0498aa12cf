"""A key ring in a database of its own, on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine

from infrastructure.keys.master_key import create_master_key
from infrastructure.keys.ring import KeyRing
from infrastructure.keys.sealing import FieldSealer
from infrastructure.keys.tables import make_durable


@pytest.fixture
def master_key(tmp_path: Path) -> Path:
    path = tmp_path / "keys" / "master.key"
    create_master_key(path)
    return path


@pytest.fixture(params=["sqlite_url", "postgres_url"])
def ring_url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(request.param))


@pytest.fixture
def ring_engine(ring_url: str) -> Iterator[Engine]:
    """Straight to the ring's database, as its backups and its burglars go."""
    engine = create_engine(ring_url)
    make_durable(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def ring(ring_url: str, master_key: Path) -> Iterator[KeyRing]:
    opened = KeyRing.open(ring_url, master_key)
    yield opened
    opened.close()


@pytest.fixture
def light_ring(tmp_path: Path, master_key: Path) -> Iterator[KeyRing]:
    """On SQLite only, for what does not depend on the database."""
    opened = KeyRing.open(f"sqlite:///{tmp_path / 'ring.db'}", master_key)
    yield opened
    opened.close()


@pytest.fixture
def sealer(light_ring: KeyRing) -> FieldSealer:
    return FieldSealer(light_ring)
