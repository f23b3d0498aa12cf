"""A read model built anew: in shadow, from the first event, and swapped in by one row."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, insert, select, update

from infrastructure.database import Database
from infrastructure.event_store.tables import live_read_models
from infrastructure.read_models.base import BUILDS, Build, ReadModel
from infrastructure.read_models.positions import STOPPED, begin, forget, positions_of
from infrastructure.read_models.projector import Projector

LIVE = select(live_read_models)


class RebuildStopped(Exception):
    """The new build met an event that it cannot carry, and the live one goes on."""

    def __init__(self, builds: Sequence[str]) -> None:
        super().__init__(f"stopped, and not swapped in: {', '.join(builds)}")


@dataclass(frozen=True, slots=True)
class AtTheSwap:
    """How every build stands, while nobody can move one."""

    numbers: Mapping[str, int]
    reached: Mapping[str, int]
    stopped: AbstractSet[str]

    @classmethod
    def held(cls, connection: Connection) -> "AtTheSwap":
        reached = positions_of(connection, hold=True)
        return cls(live_numbers(connection), reached, set(connection.scalars(STOPPED)))

    def is_worse(self, shadow: Build) -> bool:
        """It has stopped, and what it would replace goes on.

        What is of another revision cannot be read by this code: even a stopped one replaces it.
        """
        same = self.numbers.get(shadow.model.name, -1) // BUILDS == shadow.model.revision
        goes_on = self._before(shadow) in self.reached.keys() - self.stopped
        return shadow.key in self.stopped and same and goes_on

    def has_caught_up(self, shadow: Build) -> bool:
        """Readers lose nothing by the swap. A stopped one comes no further."""
        if shadow.key in self.stopped:
            return True
        return self.reached.get(self._before(shadow), 0) <= self.reached[shadow.key]

    def _before(self, shadow: Build) -> str:
        return f"{shadow.model.name}@{self.numbers.get(shadow.model.name)}"


def build_anew(database: Database, projector: Projector, models: Sequence[ReadModel]) -> None:
    """Raises `RebuildStopped`, with everything left as it was, rather than make it worse."""
    shadows = [_shadow(database, model) for model in models]
    while not _swapped(database, projector, shadows):
        pass


def live_numbers(connection: Connection) -> Mapping[str, int]:
    return {row.name: row.revision for row in connection.execute(LIVE)}


@lru_cache(maxsize=256)
def built(model: ReadModel, number: int) -> Build:
    return model.build(number)


def _swapped(database: Database, projector: Projector, shadows: Sequence[Build]) -> bool:
    """Carry the log to these builds and name them live, unless others are further by then."""
    while projector.step(shadows):
        pass
    with database.write() as connection:
        now = AtTheSwap.held(connection)
        if worse := [shadow.key for shadow in shadows if now.is_worse(shadow)]:
            raise RebuildStopped(worse)
        caught_up = all(map(now.has_caught_up, shadows))
        for shadow in shadows if caught_up else ():
            _name_live(connection, shadow, now.numbers.get(shadow.model.name))
    return caught_up


def _shadow(database: Database, model: ReadModel) -> Build:
    with database.write() as connection:
        live = live_numbers(connection).get(model.name, 0)
        number = live + 1 if live // BUILDS == model.revision else model.revision * BUILDS
        build = built(model, number)
        # What an earlier rebuild left behind, or began and did not finish.
        build.metadata.drop_all(connection)
        for before in range(model.revision * BUILDS, number - 1):
            built(model, before).metadata.drop_all(connection)
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
