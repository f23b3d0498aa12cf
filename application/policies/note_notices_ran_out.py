"""A notice that ran out with the child still there is said so on the placement (6-18)."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import owner_of
from application.shared.casework import Act, Ask
from application.shared.ports import Reads
from domain import placement
from domain.clock.events import ClockBreached
from domain.placement.commands import NoteNoticeRanOut
from domain.placement.state import Current
from domain.shared.clock_catalogue import NOTICES
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day


@dataclass(frozen=True)
class NoteNoticesRanOut:
    """Once for each day that a notice runs out on; a child who has left by then is none."""

    streams: Reads
    name: str = "note-notices-ran-out"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        event = recorded.event
        return isinstance(event, ClockBreached) and event.code in NOTICES

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stream = owner_of(recorded.stream)
        state = self.streams.read(stream).folded(placement.decider)
        command = NoteNoticeRanOut(by_end_of=london_day(recorded.event.due))
        if not isinstance(state, Current) or not placement.decider.decide(state, command):
            return None
        return Act([Ask(stream, placement.decider, command)])
