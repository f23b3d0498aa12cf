"""When the day has come that a pause was to last until, the search goes on by itself."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.ports import Streams
from domain import referral
from domain.clock.events import TimerRanOut
from domain.referral.commands.pausing import ResumeReferral
from domain.referral.stages import Fulfilled, Stage, Withdrawn
from domain.shared.clock_catalogue import C_PAUSE
from domain.shared.envelope import Recorded
from domain.shared.moments import begins


@dataclass(frozen=True)
class ResumeSearches:
    """It goes on from the first moment of that day, however late this is noticed (R-55)."""

    streams: Streams
    name: str = "resume-searches"
    follows_imports: bool = False
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        event = recorded.event
        return isinstance(event, TimerRanOut) and event.code == C_PAUSE

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stream = owner_of(recorded.stream)
        if capability(stream) != "referral":
            return None
        state = self.streams.read(stream).folded(referral.decider)
        if not isinstance(state, Stage) or isinstance(state, Fulfilled | Withdrawn):
            return None
        day = state.facts.paused_until
        if day is None or begins(day) > recorded.event.due:
            return None
        return Act([Ask(stream, referral.decider, ResumeReferral(at=begins(day)))])
