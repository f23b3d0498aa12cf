"""The read models that are live: which build answers, how far it is, how a new one takes over."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache

from sqlalchemy import (
    Connection,
    Table,
    Text,
    cast,
    insert,
    literal_column,
    select,
    update,
)

from application.shared.bell import Bell
from infrastructure.database import Database
from infrastructure.event_store.questions import ask
from infrastructure.event_store.tables import (
    live_read_models,
    projection_positions,
    stopped_projections,
)
from infrastructure.read_models.base import BUILDS, Build, ReadModel
from infrastructure.read_models.building import building_alone
from infrastructure.read_models.positions import STOPPED, begin, forget, positions_of
from infrastructure.read_models.projector import Projector

POLL = 0.02
"""How often, in seconds, to look for what the projector of another process has done."""

LIVE = select(live_read_models)

_KEY = live_read_models.c.name + literal_column("'@'") + cast(live_read_models.c.revision, Text)

STANDING = (
    select(
        live_read_models.c.name,
        live_read_models.c.revision,
        projection_positions.c.position,
        stopped_projections.c.position.label("stopped_at"),
    )
    .select_from(live_read_models)
    .outerjoin(projection_positions, projection_positions.c.projection == _KEY)
    .outerjoin(stopped_projections, stopped_projections.c.projection == _KEY)
)
"""Asked before and after every step that somebody waits for."""


@dataclass(frozen=True, slots=True)
class Freshness:
    """How the read models stand against a position: which lag, and which have stopped."""

    behind: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Standing:
    """How far a live build has been carried, and whether it goes on."""

    build: Build
    position: int
    stopped: bool

    @property
    def name(self) -> str:
        return self.build.model.name


@dataclass(frozen=True, slots=True)
class _Reached:
    """How far every live build has come, but for those that have stopped."""

    position: int
    stopped: tuple[str, ...]


@dataclass
class Shelf:
    database: Database
    projector: Projector
    models: Sequence[ReadModel]
    projected: Bell = field(default_factory=Bell)
    """Wakes those in this process who wait for the read models to move."""

    _reached: _Reached | None = None
    """By the last step of this process, so that who waits for it need not ask."""

    def live(self) -> Sequence[Build]:
        """The build of each read model that answers questions now."""
        with self.database.read() as connection:
            numbers = self._numbers(connection)
        return [
            _build(model, numbers[model.name]) for model in self.models if model.name in numbers
        ]

    def ensure(self) -> Sequence[str]:
        """Build whatever is missing or of another revision, from the first event on."""
        with building_alone(self.database):
            numbers = {build.model.name: build.number for build in self.live()}
            stale = [m for m in self.models if numbers.get(m.name, -1) // BUILDS != m.revision]
            if stale:
                self._build_anew(stale)
        return [model.name for model in stale]

    def rebuild(self, names: Sequence[str]) -> None:
        """Build in shadow while the old build goes on answering, then swap them by one row."""
        with building_alone(self.database):
            self._build_anew([model for model in self.models if model.name in names])

    @contextmanager
    def open(self, *names: str) -> Iterator[tuple[Connection, Sequence[Table]]]:
        """A consistent reading of live read models: their tables, in the order named."""
        models = {model.name: model for model in self.models}
        with self.database.snapshot() as connection:
            numbers = self._numbers(connection)
            builds = [_build(models[name], numbers[name]) for name in names]
            yield connection, [table for build in builds for table in build.tables]

    def wait_for(self, position: int, seconds: float = 2.0) -> Freshness:
        """Wait until the read models have passed a position. A stopped one is not waited for.

        After so many seconds the answer is how they stand all the same.
        """
        deadline = time.monotonic() + seconds
        # The projector of this process tells how far it came; another's is looked for.
        self.projected.wait_for(position, min(seconds, POLL))
        while True:
            rung, reached = self.projected.rung, self._reached
            if reached is not None and reached.position >= position:
                return Freshness(stopped=reached.stopped)
            freshness, left = self.freshness(position), deadline - time.monotonic()
            if not freshness.behind or left <= 0:
                return freshness
            self.projected.wait(min(left, POLL), rung)

    def freshness(self, position: int) -> Freshness:
        standing = self._standing()
        behind = [s.name for s in standing if s.position < position and not s.stopped]
        return Freshness(tuple(behind), tuple(s.name for s in standing if s.stopped))

    def lag(self) -> Mapping[str, int]:
        """How many positions each live read model is behind the log."""
        newest = self.projector.streams.recorder.max_notification_id() or 0
        return {each.name: newest - each.position for each in self._standing()}

    def step(self) -> int:
        """Carry one batch of the log to what is live. Returns how many events were read."""
        standing = self._standing()
        running = [each for each in standing if not each.stopped]
        carried = self.projector.carry(
            [each.build for each in running], {each.build.key: each.position for each in running}
        )
        if carried.events:
            stopped = tuple(each.name for each in standing if each.stopped)
            self._reached = _Reached(carried.position, stopped) if carried.whole else None
            self.projected.ring(carried.position)
        return carried.events

    def _standing(self) -> Sequence[_Standing]:
        models = {model.name: model for model in self.models}
        rows = ask(self.database, STANDING)
        return [
            _Standing(_build(models[name], number), position or 0, stopped=stopped is not None)
            for name, number, position, stopped in rows
            if name in models
        ]

    def _numbers(self, connection: Connection) -> Mapping[str, int]:
        return {row.name: row.revision for row in connection.execute(LIVE)}

    def _build_anew(self, models: Sequence[ReadModel]) -> None:
        shadows = [self._shadow(model) for model in models]
        while not self._swapped(shadows):
            pass

    def _swapped(self, shadows: Sequence[Build]) -> bool:
        """Carry the log to these builds and name them live, unless others are further by then."""
        while self.projector.step(shadows):
            pass
        with self.database.write() as connection:
            numbers = self._numbers(connection)
            caught_up = self._has_caught_up(connection, numbers, shadows)
            for build in shadows if caught_up else ():
                _name_live(connection, build, numbers.get(build.model.name))
        return caught_up

    def _has_caught_up(
        self, connection: Connection, numbers: Mapping[str, int], shadows: Sequence[Build]
    ) -> bool:
        """Whether readers lose nothing by the swap. What is live waits until it is over."""
        reached = positions_of(connection, hold=True)
        stopped = set(connection.scalars(STOPPED))
        return all(
            reached.get(f"{build.model.name}@{numbers.get(build.model.name)}", 0)
            <= reached.get(build.key, 0)
            for build in shadows
            if build.key not in stopped
        )

    def _shadow(self, model: ReadModel) -> Build:
        with self.database.write() as connection:
            live = self._numbers(connection).get(model.name, 0)
            number = live + 1 if live // BUILDS == model.revision else model.revision * BUILDS
            build = _build(model, number)
            # What an earlier rebuild left behind, or began and did not finish.
            build.metadata.drop_all(connection)
            for before in range(model.revision * BUILDS, number - 1):
                _build(model, before).metadata.drop_all(connection)
            build.metadata.create_all(connection)
            begin(connection, build.key)
        return build


def _name_live(connection: Connection, build: Build, before: int | None) -> None:
    """In place of what was live before, if anything was."""
    table, name = live_read_models, build.model.name
    if before is None:
        connection.execute(insert(table).values(name=name, revision=build.number))
    else:
        connection.execute(update(table).where(table.c.name == name).values(revision=build.number))
        forget(connection, f"{name}@{before}")


@lru_cache(maxsize=256)
def _build(model: ReadModel, number: int) -> Build:
    return model.build(number)
