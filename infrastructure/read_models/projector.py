"""The one projector: carries the log to every read model, each event once.

A batch moves all projections in one transaction; a projection's position moves by
compare-and-set in the same transaction, so that two runners cannot both apply an event.
When one of them raises, the batch is carried again with a savepoint for each: a poison event
rolls back its own and stops its own projection, visibly.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from eventsourcing.persistence import Notification

from domain.shared.envelope import StreamId
from infrastructure.database import Database
from infrastructure.event_store.streams import LogStreams
from infrastructure.failures import is_to_be_tried_again
from infrastructure.read_models.base import Build, Cabinet, Desk
from infrastructure.read_models.batches import Told, Unreadable, news, tell, tell_alone
from infrastructure.read_models.histories import Histories
from infrastructure.read_models.positions import STOPPED, moved, positions_of

BATCH = 500

QUICK = 10
"""So few events are told well within the time for which PostgreSQL bears an idle transaction."""

Telling = Callable[[Build, Desk, Sequence[Told]], None]


@dataclass(frozen=True, slots=True)
class Carried:
    """What a batch came to: so many events, up to a position; none if there was no news.

    It is `whole` if every build that was to be told of it now stands there.
    """

    events: int = 0
    position: int = 0
    whole: bool = False


@dataclass(frozen=True)
class Projector:
    database: Database
    streams: LogStreams
    cabinet: Cabinet

    def step(self, builds: Sequence[Build]) -> int:
        """Carry one batch to these builds. Returns how many events were read."""
        return self.carry(builds, self._positions(builds)).events

    def carry(self, builds: Sequence[Build], positions: Mapping[str, int]) -> Carried:
        """The same, for those who know where the running ones of these builds stand."""
        rows = self._news_of(positions)
        if not rows:
            return Carried()
        self.streams.codec.ready(rows)
        batch = [self._decoded(row) for row in rows]
        try:
            went = self._carry(builds, positions, batch, tell)
        except Exception as error:
            if is_to_be_tried_again(error):
                raise
            # Whatever a projection raises is its own to stop for. Decoded anew: what was
            # erased meanwhile is no poison, and reads as erased now.
            batch = [self._decoded(row) for row in rows]
            self._carry(builds, positions, batch, partial(tell_alone, end=batch[-1].position))
            went = frozenset()
        return Carried(len(rows), batch[-1].position, whole=went >= positions.keys())

    def _news_of(self, positions: Mapping[str, int]) -> Sequence[Notification]:
        if not positions:
            return []
        return self.streams.recorder.select_news(min(positions.values()), BATCH)

    def _carry(
        self,
        builds: Sequence[Build],
        positions: Mapping[str, int],
        batch: Sequence[Told],
        telling: Telling,
    ) -> AbstractSet[str]:
        """Returns the builds that no other runner had moved meanwhile."""
        histories = Histories.of(
            self.streams, (told for told in batch if not isinstance(told, Unreadable))
        )
        with self.database.write(thinking=len(batch) > QUICK) as connection:
            going_on = moved(connection, positions, batch[-1].position)
            for build in builds:
                if build.key in going_on:
                    desk = Desk(connection, build.tables, self.cabinet, histories)
                    telling(build, desk, news(build, positions[build.key], batch))
        return going_on

    def _decoded(self, row: Notification) -> Told:
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
