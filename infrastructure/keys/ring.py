"""The key ring: a key for each file on the shelf, kept wrapped, until it is destroyed."""

import threading
import time
from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import Engine, RowMapping, bindparam, create_engine, insert, select
from sqlalchemy.exc import IntegrityError

from domain.shared.envelope import FileId
from infrastructure.keys.erasing import erase_again, overwrite, scrub
from infrastructure.keys.journal import Erasure, ErasureJournal
from infrastructure.keys.master_key import MasterKey
from infrastructure.keys.tables import FILE_KEYS, make_durable, migrate

MOST_HELD = 4096
ROW = select(FILE_KEYS).where(FILE_KEYS.c.file == bindparam("of"))

WRAPPED = select(FILE_KEYS.c.file, FILE_KEYS.c.wrapped).where(
    FILE_KEYS.c.file.in_(bindparam("of", expanding=True))
)


class UnknownFile(Exception):
    """No key was ever made for this file. That is a fault, and no erasure."""


@dataclass(frozen=True, slots=True)
class HeldKey:
    """A key in memory; none once destroyed. `until` is in the seconds of our own clock.

    `sign` stands for the key with those who must know whether it is still there, and may
    not hold it.
    """

    key: bytes | None
    cipher: AESGCM | None
    until: float
    sign: object = field(default_factory=object)


class KeyRing:
    """Makes, gives and destroys the keys of files.

    Another process that destroys a key is noticed within `fresh_for` seconds.
    """

    def __init__(
        self,
        engine: Engine,
        master: MasterKey,
        journal: ErasureJournal,
        *,
        fresh_for: float = 5.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._master = master
        self._journal = journal
        self._fresh_for = fresh_for
        self._clock = clock
        self._held: dict[FileId, HeldKey] = {}
        self.told_of_erasures: list[Callable[[FileId], None]] = []
        self._loading = threading.RLock()

    @classmethod
    def open(
        cls, url: str, master_key: Path, journal: Path | None = None, *, fresh_for: float = 5.0
    ) -> "KeyRing":
        """Open the ring's own database, make its tables, and replay the erasure journal.

        Without a path, the journal is `erasures.jsonl` beside the master key.
        """
        engine = create_engine(url)
        written = ErasureJournal(journal or master_key.with_name("erasures.jsonl"))
        ring = cls(engine, MasterKey.read(master_key), written, fresh_for=fresh_for)
        try:
            make_durable(engine)
            migrate(engine)
            ring.replay_journal()
        except BaseException:
            ring.close()
            raise
        return ring

    def close(self) -> None:
        self._held.clear()
        self._engine.dispose()

    def create(self, file: FileId) -> None:
        """Make a file's key, on the disk before this returns. Once made or destroyed, it stays."""
        with suppress(UnknownFile):
            self._hold(file)
            return
        wrapped = self._master.wrap(AESGCM.generate_key(bit_length=256), file)
        made = insert(FILE_KEYS).values(file=file, wrapped=wrapped, created_at=_now())
        with suppress(IntegrityError), self._engine.begin() as connection:  # another was first
            connection.execute(made)

    def create_all(self, files: Iterable[FileId]) -> None:
        """Make the keys of many files, all on the disk before this returns, at the cost of one.

        Those that were made before are at hand then too.
        """
        wanted = dict.fromkeys(files)
        known = self._hold_all(wanted)
        keys = {file: AESGCM.generate_key(bit_length=256) for file in wanted if file not in known}
        try:
            self._keep(keys)
        except IntegrityError:  # another process made some of them meanwhile
            for file in keys:
                self.create(file)

    def _keep(self, keys: Mapping[FileId, bytes]) -> None:
        if not keys:
            return
        rows = [
            {"file": file, "wrapped": self._master.wrap(key, file), "created_at": _now()}
            for file, key in keys.items()
        ]
        with self._engine.begin() as connection:
            connection.execute(insert(FILE_KEYS), rows)
        until = self._clock() + self._fresh_for
        with self._loading:
            if len(self._held) + len(keys) > MOST_HELD:
                self._held.clear()
            self._held.update({f: HeldKey(key, AESGCM(key), until) for f, key in keys.items()})

    def key(self, file: FileId) -> bytes | None:
        """The file's key, or none once it was destroyed; `UnknownFile` if there never was one."""
        return self._hold(file).key

    def cipher(self, file: FileId) -> AESGCM | None:
        """The file's key, ready for use. Do not keep it: ask for it each time."""
        return self._hold(file).cipher

    def is_destroyed(self, file: FileId) -> bool:
        """Whether the file was erased; one that never had a key was not."""
        try:
            return self._hold(file).key is None
        except UnknownFile:
            return False

    def sign(self, file: FileId) -> object | None:
        """What stands for the file's key as long as it is there; none once destroyed."""
        held = self._hold(file)
        return None if held.key is None else held.sign

    def destroy(self, file: FileId, now: datetime) -> None:
        """Destroy a key for ever. The journal is told first, so that a crash cannot undo it."""
        with self._loading:
            if self._row(file)["wrapped"] is not None:
                self._journal.append(Erasure(file, now))
                with self._engine.begin() as connection:
                    overwrite(connection, file, now)
            self._held[file] = HeldKey(None, None, float("inf"))
            scrub(self._engine)
        for forget in self.told_of_erasures:
            forget(file)

    def replay_journal(self) -> int:
        """Destroy again what a restored backup brought back; how many keys that was."""
        with self._loading:
            with self._engine.begin() as connection:
                returned = sum(erase_again(connection, erasure) for erasure in self._journal)
            self._held.clear()
            if returned:
                scrub(self._engine)
        return returned

    def derive(self, purpose: str) -> bytes:
        """32 bytes for a purpose that is no file's, as `search-index` or `idempotency`."""
        return self._master.derive(purpose)

    def _hold(self, file: FileId) -> HeldKey:
        held = self._held.get(file)
        if held is not None and self._clock() < held.until:
            return held
        with self._loading:
            if len(self._held) >= MOST_HELD:
                self._held.clear()
            self._held[file] = held = self._load(file)
        return held

    def ready(self, files: Iterable[FileId]) -> None:
        """Have the keys of many files at hand, at the cost of one question."""
        now = self._clock()
        self._hold_all(f for f in files if (h := self._held.get(f)) is None or h.until <= now)

    def _hold_all(self, files: Iterable[FileId]) -> AbstractSet[FileId]:
        """Returns those of these files that ever had a key."""
        wanted = set(files)
        with self._loading:
            if len(self._held) + len(wanted) > MOST_HELD:
                self._held.clear()
            with self._engine.connect() as connection:
                found = connection.execute(WRAPPED, {"of": sorted(wanted)}).all()
            self._held.update({file: self._unwrapped(file, wrapped) for file, wrapped in found})
        return {file for file, _ in found}

    def _load(self, file: FileId) -> HeldKey:
        return self._unwrapped(file, self._row(file)["wrapped"])

    def _unwrapped(self, file: FileId, wrapped: bytes | None) -> HeldKey:
        if wrapped is None:
            return HeldKey(None, None, float("inf"))
        key, until = self._master.unwrap(wrapped, file), self._clock() + self._fresh_for
        held = self._held.get(file)
        # The same key keeps its sign, by which what it opened is told to be good still.
        if held is not None and held.key == key:
            return replace(held, until=until)
        return HeldKey(key, AESGCM(key), until)

    def _row(self, file: FileId) -> RowMapping:
        with self._engine.connect() as connection:
            row = connection.execute(ROW, {"of": file}).mappings().one_or_none()
        if row is None:
            raise UnknownFile(file)
        return row


def _now() -> str:
    return datetime.now(UTC).isoformat()
