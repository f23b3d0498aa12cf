"""Away for more than seven days for no named reason: people say whether it is a new placement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability, owner_of
from application.reference.editions import Editions
from application.shared.casework import Act, Ask
from application.shared.ports import Reads
from application.task.raising import Raising
from domain.clock.events import TimerRanOut
from domain.placement.absence_clocks import absence_clocks
from domain.placement.events import PlacementEnded, TemporaryAbsenceEnded
from domain.shared.clock_catalogue import C_ABSENCE_7
from domain.shared.clocks import Clock, ran_out
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.task.codes import DECIDE_ON_ABSENCE


@dataclass(frozen=True)
class WatchAbsences:
    """One task for each absence, however late it was written down (R-195).

    An absence that turns out to have been over in time asks for nothing any more.
    """

    streams: Reads
    editions: Editions
    name: str = "watch-absences"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        event = recorded.event
        if isinstance(event, TimerRanOut):
            return event.code == C_ABSENCE_7
        return isinstance(event, TemporaryAbsenceEnded | PlacementEnded)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        raising = Raising(self.streams, self.name)
        stream = owner_of(recorded.stream)
        if capability(stream) != "placement":
            return
        history = self.streams.read(stream)
        by_id = {each.event_id: each for each in history.events}
        terms = self.editions.clock_terms(london_day(recorded.recorded_at))
        for clock in absence_clocks(history.events, terms):
            if not _is_about(recorded, clock):
                continue
            went = by_id[clock.anchor]
            if ran_out(clock.due.at, clock.closed_at, recorded.recorded_at):
                yield raising.raised(went, DECIDE_ON_ABSENCE)
            else:
                yield from raising.settled(
                    recorded, DECIDE_ON_ABSENCE, about=stream, raised_by=[went]
                )


def _is_about(recorded: Recorded[Any], clock: Clock) -> bool:
    if isinstance(recorded.event, TimerRanOut):
        return recorded.event.key == clock.key
    return clock.closed_by == recorded.event_id
