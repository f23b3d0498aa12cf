"""The one projector: carries the log to every read model, each event once.

A batch moves all projections in one transaction; a projection's position moves by
compare-and-set in the same transaction, so that two runners cannot both apply an event.
When one of them raises, the batch is carried again with a savepoint for each: a poison event
rolls back its own and stops its own projection, visibly.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from eventsourcing.persistence import Notification
from sqlalchemy import Connection, bindparam, insert, select, text
from sqlalchemy.exc import OperationalError

from application.shared.ports import History
from domain.shared.envelope import Recorded, StreamId
from infrastructure.database import Database
from infrastructure.event_store.digests import NOTHING
from infrastructure.event_store.streams import LogStreams
from infrastructure.event_store.tables import projection_positions, stopped_projections
from infrastructure.read_models.base import Build, Cabinet, Desk

BATCH = 500

log = structlog.get_logger()

REACHED = select(projection_positions)
HELD = REACHED.with_for_update()
STOPPED = select(stopped_projections.c.projection)

MOVE = text(
    "UPDATE projection_positions SET position = :after"
    " WHERE position = :before AND projection IN :keys RETURNING projection"
).bindparams(bindparam("keys", expanding=True))
"""Compare-and-set: a build that has moved meanwhile is not among those returned."""

BEGIN = text(
    "INSERT INTO projection_positions (projection, position) VALUES (:key, :position)"
    " ON CONFLICT DO NOTHING RETURNING projection"
)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event that cannot be decoded: a broken seal, a lost key, a name nobody knows."""

    position: int
    stream: StreamId
    error: Exception


@dataclass
class Histories:
    """Streams as they stood at each event of a batch, for all builds that are told of it.

    Each stream is read once, and grows while its events are asked for one after the other.
    """

    streams: LogStreams
    held: dict[tuple[StreamId, int], History[Any]] = field(default_factory=dict)

    def __call__(self, recorded: Recorded[Any]) -> History[Any]:
        key = (recorded.stream, recorded.version)
        if key not in self.held:
            self.held[key] = self._found(recorded)
        return self.held[key]

    def _found(self, recorded: Recorded[Any]) -> History[Any]:
        before = self.held.get((recorded.stream, recorded.version - 1))
        if before is None:
            return self.streams.read(recorded.stream, recorded.position)
        # Nobody appends after it, so its head is not worked out.
        events = (*before.events, recorded)
        return replace(before, events=events, version=recorded.version, head=NOTHING)


@dataclass(frozen=True, slots=True)
class _Told:
    """What one build is told in a batch: whatever lies beyond where it stood."""

    build: Build
    position: int
    batch: Sequence[Recorded[Any] | Unreadable]

    @property
    def news(self) -> Sequence[Recorded[Any] | Unreadable]:
        return [recorded for recorded in self.batch if recorded.position > self.position]


@dataclass(frozen=True)
class Projector:
    database: Database
    streams: LogStreams
    cabinet: Cabinet
    moved: Callable[[int], None] = lambda _: None
    """Told, once a batch has been committed, how far: wakes those who wait to read it."""

    def step(self, builds: Sequence[Build]) -> int:
        """Carry one batch to these builds. Returns how many events were read."""
        return self.carry(builds, self._positions(builds))

    def carry(self, builds: Sequence[Build], positions: Mapping[str, int]) -> int:
        """The same, for those who know where the running ones of these builds stand."""
        if not positions:
            return 0
        rows = self.streams.recorder.select_news(min(positions.values()), BATCH)
        if not rows:
            return 0
        batch = [self._decoded(row) for row in rows]
        try:
            self._carry(builds, positions, batch, _project)
        except OperationalError:
            raise  # the database, not the event: the whole batch is tried again
        except Exception:  # noqa: BLE001  # whatever a projection raises is its own to stop for
            # Decoded anew: what was erased meanwhile is no poison, and reads as erased now.
            batch = [self._decoded(row) for row in rows]
            self._carry(builds, positions, batch, _project_alone)
        self.moved(batch[-1].position)
        return len(rows)

    def _carry(
        self,
        builds: Sequence[Build],
        positions: Mapping[str, int],
        batch: Sequence[Recorded[Any] | Unreadable],
        tell: Callable[["_Told", Desk], None],
    ) -> None:
        histories = Histories(self.streams)
        with self.database.write() as connection:
            moved = _moved(connection, positions, batch[-1].position)
            for build in builds:
                if build.key in moved:
                    told = _Told(build, positions[build.key], batch)
                    tell(told, Desk(connection, build.tables, self.cabinet, histories))

    def _decoded(self, row: Notification) -> Recorded[Any] | Unreadable:
        try:
            return self.streams.codec.decode(row)
        except Exception as error:  # noqa: BLE001  # poison for whom it concerns, and for no other
            return Unreadable(row.id, StreamId(str(row.originator_id)), error)

    def _positions(self, builds: Sequence[Build]) -> Mapping[str, int]:
        """Where each running build stands. A stopped one is left where it is."""
        with self.database.read() as connection:
            reached = positions_of(connection)
            stopped = set(connection.scalars(STOPPED))
        return {b.key: reached.get(b.key, 0) for b in builds if b.key not in stopped}


def positions_of(connection: Connection, *, hold: bool = False) -> dict[str, int]:
    """How far each build has been carried, by its key. Held, none moves before we commit."""
    return {row.projection: row.position for row in connection.execute(HELD if hold else REACHED)}


def _project(told: _Told, desk: Desk) -> None:
    for recorded in told.news:
        _tell(told.build, desk, recorded)


def _project_alone(told: _Told, desk: Desk) -> None:
    """In a savepoint of its own; where that fails, event by event up to the poison."""
    try:
        with desk.connection.begin_nested():
            _project(told, desk)
    except OperationalError:
        raise
    except Exception:  # noqa: BLE001  # as above
        _up_to_the_poison(told, replace(desk, remembered={}))


def _up_to_the_poison(told: _Told, desk: Desk) -> None:
    key, reached = told.build.key, told.position
    for recorded in told.news:
        try:
            with desk.connection.begin_nested():
                _tell(told.build, desk, recorded)
        except OperationalError:
            raise
        except Exception as error:  # noqa: BLE001  # as above
            _stop(desk.connection, key, recorded.position, type(error).__name__)
            break
        reached = recorded.position
    back = {"keys": [key], "before": told.news[-1].position, "after": reached}
    desk.connection.execute(MOVE, back)


def _tell(build: Build, desk: Desk, recorded: Recorded[Any] | Unreadable) -> None:
    if build.model.concerns(recorded.stream):
        if isinstance(recorded, Unreadable):
            raise recorded.error
        build.model.project(desk, recorded)


def _moved(connection: Connection, positions: Mapping[str, int], to: int) -> set[str]:
    """Move on the builds that still are where we found them; another runner was at the others.

    Those that stand together move in one statement.
    """
    moved: set[str] = set()
    for before in sorted({position for position in positions.values() if position < to}):
        keys = [key for key, position in positions.items() if position == before]
        moved |= set(connection.scalars(MOVE, {"keys": keys, "before": before, "after": to}))
        if before == 0:
            moved |= {key for key in keys if key not in moved and _begin(connection, key, to)}
    return moved


def _begin(connection: Connection, key: str, position: int) -> bool:
    return connection.scalar(BEGIN, {"key": key, "position": position}) is not None


def _stop(connection: Connection, key: str, position: int, error: str) -> None:
    # No traceback: it would print personal data.
    log.error("projection stopped", projection=key, position=position, error=error)
    connection.execute(
        insert(stopped_projections).values(projection=key, position=position, error=error)
    )
