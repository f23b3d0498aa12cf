"""The read models that are live: which build answers, and how far it is."""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import (
    Connection,
    Table,
    Text,
    cast,
    literal_column,
    select,
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
from infrastructure.read_models.positions import positions_of
from infrastructure.read_models.projector import Projector
from infrastructure.read_models.rebuilding import build_anew, built, live_numbers

POLL = 0.02
"""How often, in seconds, to look for what the projector of another process has done."""

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
    """Every one of these builds has come so far, and they were all that was live."""

    position: int
    builds: frozenset[str]


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
            numbers = live_numbers(connection)
        return [built(model, numbers[model.name]) for model in self.models if model.name in numbers]

    def ensure(self) -> Sequence[str]:
        """Build whatever is missing or of another revision, from the first event on."""
        with building_alone(self.database):
            numbers = {build.model.name: build.number for build in self.live()}
            with self.database.read() as connection:
                carried = positions_of(connection)
            stale = [
                model
                for model in self.models
                if numbers.get(model.name, -1) // BUILDS != model.revision
                or f"{model.name}@{numbers[model.name]}" not in carried
            ]
            if stale:
                build_anew(self.database, self.projector, stale)
        return [model.name for model in stale]

    def rebuild(self, names: Sequence[str]) -> None:
        """Build in shadow while the old build goes on answering, then swap them by one row.

        `RebuildStopped` where the new one stops and the old one goes on: it stays.
        """
        with building_alone(self.database):
            wanted = [model for model in self.models if model.name in names]
            build_anew(self.database, self.projector, wanted)

    @contextmanager
    def open(self, *names: str) -> Iterator[tuple[Connection, Sequence[Table]]]:
        """A consistent reading of live read models: their tables, in the order named."""
        models = {model.name: model for model in self.models}
        with self.database.snapshot() as connection:
            numbers = live_numbers(connection)
            builds = [built(models[name], numbers[name]) for name in names]
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
                return Freshness()
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
        running = {each.build.key: each.position for each in standing if not each.stopped}
        if self._reached is not None and self._reached.builds != running.keys():
            self._reached = None
        builds = [each.build for each in standing if not each.stopped]
        carried = self.projector.carry(builds, running)
        if carried.events:
            # One that has stopped is to be named: whoever waits asks for it.
            everywhere = carried.whole and len(running) == len(standing)
            self._reached = _Reached(carried.position, frozenset(running)) if everywhere else None
            self.projected.ring(carried.position)
        return carried.events

    def _standing(self) -> Sequence[_Standing]:
        models = {model.name: model for model in self.models}
        rows = ask(self.database, STANDING)
        return [
            _Standing(built(models[name], number), position or 0, stopped=stopped is not None)
            for name, number, position, stopped in rows
            if name in models
        ]
