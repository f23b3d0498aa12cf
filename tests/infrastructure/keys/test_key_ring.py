import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, update

from domain.shared.envelope import FileId
from infrastructure.keys.erasing import overwrite
from infrastructure.keys.journal import Erasure, ErasureJournal
from infrastructure.keys.master_key import MasterKey, WrongMasterKey, create_master_key
from infrastructure.keys.ring import KeyRing, UnknownFile
from infrastructure.keys.tables import FILE_KEYS, RING_VERSION, RingTooNew, migrate

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
AMIRA = FileId("case-0190-amira")
BEN = FileId("case-0190-ben")


def test_each_file_has_a_key_of_its_own(ring: KeyRing) -> None:
    ring.create(AMIRA)
    ring.create(BEN)
    assert len(ring.key(AMIRA) or b"") == 32
    assert ring.key(AMIRA) != ring.key(BEN)


def test_a_key_once_made_stays_the_same(ring: KeyRing, ring_url: str, master_key: Path) -> None:
    ring.create(AMIRA)
    made = ring.key(AMIRA)
    ring.create(AMIRA)
    another_process = KeyRing.open(ring_url, master_key)
    another_process.create(AMIRA)
    assert ring.key(AMIRA) == another_process.key(AMIRA) == made
    another_process.close()


def test_keys_asked_for_at_once_are_those_that_each_would_be_asked_for(
    ring: KeyRing, ring_url: str, master_key: Path
) -> None:
    ring.create_all([AMIRA, BEN])
    ring.destroy(BEN, NOW)
    another_process = KeyRing.open(ring_url, master_key)

    another_process.ready([AMIRA, BEN, FileId("case-nobody")])

    assert another_process.key(AMIRA) == ring.key(AMIRA)
    assert another_process.key(BEN) is None
    with pytest.raises(UnknownFile):
        another_process.key(FileId("case-nobody"))
    another_process.close()


@pytest.mark.parametrize(
    "make",
    [lambda ring: ring.create(AMIRA), lambda ring: ring.create_all([AMIRA, BEN])],
    ids=["one", "many"],
)
def test_two_processes_that_make_the_same_key_agree_on_it(
    ring: KeyRing,
    ring_url: str,
    master_key: Path,
    monkeypatch: pytest.MonkeyPatch,
    make: Callable[[KeyRing], None],
) -> None:
    rival = KeyRing.open(ring_url, master_key)
    wrap = MasterKey.wrap

    def wrap_while_the_rival_creates(master: MasterKey, key: bytes, owner: str) -> bytes:
        monkeypatch.setattr(MasterKey, "wrap", wrap)
        rival.create(FileId(owner))
        return wrap(master, key, owner)

    monkeypatch.setattr(MasterKey, "wrap", wrap_while_the_rival_creates)
    make(ring)
    assert ring.key(AMIRA) == rival.key(AMIRA)
    rival.close()


def test_many_keys_are_made_at_once_and_those_there_stay(
    ring: KeyRing, ring_url: str, master_key: Path
) -> None:
    ring.create(AMIRA)
    made = ring.key(AMIRA)
    ring.create_all([AMIRA, BEN, BEN])
    another_process = KeyRing.open(ring_url, master_key)
    assert ring.key(AMIRA) == another_process.key(AMIRA) == made
    assert ring.key(BEN) == another_process.key(BEN)
    another_process.close()


def test_a_destroyed_key_is_not_made_again_among_many(ring: KeyRing) -> None:
    ring.create(AMIRA)
    ring.destroy(AMIRA, NOW)
    ring.create_all([AMIRA, BEN])
    assert ring.key(AMIRA) is None
    assert ring.key(BEN) is not None


def test_a_file_never_heard_of_is_a_fault_and_not_an_erasure(ring: KeyRing) -> None:
    with pytest.raises(UnknownFile):
        ring.key(AMIRA)
    with pytest.raises(UnknownFile):
        ring.destroy(AMIRA, NOW)


def test_a_destroyed_key_is_gone_and_never_made_again(ring: KeyRing) -> None:
    ring.create(AMIRA)
    ring.create(BEN)
    ring.destroy(AMIRA, NOW)
    ring.destroy(AMIRA, NOW)
    ring.create(AMIRA)
    assert ring.key(AMIRA) is None
    assert ring.cipher(AMIRA) is None
    assert ring.key(BEN) is not None


def test_the_row_of_a_destroyed_key_says_only_when(ring: KeyRing, ring_engine: Engine) -> None:
    ring.create(AMIRA)
    ring.destroy(AMIRA, NOW)
    with ring_engine.connect() as connection:
        row = connection.execute(select(FILE_KEYS)).mappings().one()
    assert row["wrapped"] is None
    assert row["destroyed_at"] == NOW.isoformat()


def test_another_process_notices_within_the_time_that_keys_are_held(
    ring: KeyRing, ring_engine: Engine, master_key: Path
) -> None:
    seconds = 0.0
    journal = ErasureJournal(master_key.with_name("erasures.jsonl"))
    reader = KeyRing(
        ring_engine, MasterKey.read(master_key), journal, fresh_for=5.0, clock=lambda: seconds
    )
    ring.create(AMIRA)
    held = reader.key(AMIRA)
    ring.destroy(AMIRA, NOW)
    seconds = 4.9
    assert reader.key(AMIRA) == held
    seconds = 5.0
    assert reader.key(AMIRA) is None
    reader.close()


def test_a_restored_backup_does_not_bring_a_destroyed_key_home(
    ring: KeyRing, ring_url: str, ring_engine: Engine, master_key: Path
) -> None:
    ring.create(AMIRA)
    backup = _rows(ring_engine)
    ring.create(BEN)
    ring.destroy(AMIRA, NOW)
    ring.destroy(BEN, NOW)
    _restore(ring_engine, backup)

    restored = KeyRing.open(ring_url, master_key)

    assert restored.key(AMIRA) is None
    assert restored.key(BEN) is None, "erased after the backup, and so unknown to it"
    assert restored.replay_journal() == 0
    restored.close()


def test_replaying_tells_how_many_keys_had_come_back(ring: KeyRing, ring_engine: Engine) -> None:
    ring.create(AMIRA)
    ring.create(BEN)
    backup = _rows(ring_engine)
    ring.destroy(AMIRA, NOW)
    _restore(ring_engine, backup)
    assert ring.replay_journal() == 1
    assert ring.key(AMIRA) is None
    assert ring.key(BEN) is not None


def test_a_crash_after_the_journal_is_told_finishes_on_opening(
    ring: KeyRing, ring_url: str, master_key: Path
) -> None:
    ring.create(AMIRA)
    ErasureJournal(master_key.with_name("erasures.jsonl")).append(Erasure(AMIRA, NOW))
    reopened = KeyRing.open(ring_url, master_key)
    assert reopened.key(AMIRA) is None
    reopened.close()


def test_a_destruction_that_could_not_be_journalled_does_not_happen(
    ring: KeyRing, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(_journal: ErasureJournal, _erasure: Erasure) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(ErasureJournal, "append", disk_full)
    ring.create(AMIRA)
    with pytest.raises(OSError, match="No space"):
        ring.destroy(AMIRA, NOW)
    assert ring.key(AMIRA) is not None


def test_no_wrapped_key_opens_as_another_files(ring: KeyRing, ring_engine: Engine) -> None:
    ring.create(AMIRA)
    ring.create(BEN)
    with ring_engine.begin() as connection:
        of_amira = select(FILE_KEYS.c.wrapped).where(FILE_KEYS.c.file == AMIRA).scalar_subquery()
        connection.execute(update(FILE_KEYS).values(wrapped=of_amira))
    assert ring.key(AMIRA) is not None
    with pytest.raises(WrongMasterKey):
        ring.key(BEN)


def test_another_master_key_opens_nothing(ring: KeyRing, ring_url: str, tmp_path: Path) -> None:
    ring.create(AMIRA)
    create_master_key(tmp_path / "other.key")
    stranger = KeyRing.open(ring_url, tmp_path / "other.key")
    with pytest.raises(WrongMasterKey):
        stranger.key(AMIRA)
    stranger.close()


def test_opening_again_changes_nothing_and_a_later_release_is_refused(
    ring: KeyRing, ring_url: str, ring_engine: Engine, master_key: Path
) -> None:
    migrate(ring_engine)
    with ring_engine.begin() as connection:
        assert connection.scalars(select(RING_VERSION.c.version)).all() == [1]
        connection.execute(update(RING_VERSION).values(version=99))
    with pytest.raises(RingTooNew):
        KeyRing.open(ring_url, master_key)


def test_the_old_bytes_of_a_destroyed_key_leave_the_disk(
    light_ring: KeyRing, tmp_path: Path
) -> None:
    light_ring.create(AMIRA)
    with closing(sqlite3.connect(tmp_path / "ring.db")) as connection:
        (wrapped,) = connection.execute("SELECT wrapped FROM file_keys").fetchone()
    assert isinstance(wrapped, bytes)
    assert wrapped in _bytes_of_the_ring(tmp_path)
    light_ring.destroy(AMIRA, NOW)
    assert wrapped not in _bytes_of_the_ring(tmp_path)


def test_neither_keys_nor_the_master_key_are_on_the_disk_in_the_clear(
    light_ring: KeyRing, tmp_path: Path, master_key: Path
) -> None:
    light_ring.create(AMIRA)
    secret = bytes.fromhex(master_key.read_text())
    key = light_ring.key(AMIRA)
    assert key
    for told in (key, key.hex().encode(), secret, secret.hex().encode()):
        assert told not in _bytes_of_the_ring(tmp_path)


def _bytes_of_the_ring(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("ring.db*")))


def _rows(engine: Engine) -> list[dict[str, object]]:
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(FILE_KEYS)).mappings()]


def _restore(engine: Engine, backup: list[dict[str, object]]) -> None:
    with engine.begin() as connection:
        connection.execute(FILE_KEYS.delete())
        connection.execute(FILE_KEYS.insert(), backup)


def test_overwriting_reports_only_what_it_destroyed(ring: KeyRing, ring_engine: Engine) -> None:
    ring.create(AMIRA)
    with ring_engine.begin() as connection:
        assert overwrite(connection, AMIRA, NOW) == 1
        assert overwrite(connection, AMIRA, NOW) == 0
