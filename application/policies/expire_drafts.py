"""When nobody has written on a draft for as long as it may wait, it expires."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.ports import Streams
from domain import referral
from domain.clock.events import ENDS
from domain.referral.commands.closing import ExpireDraft
from domain.referral.stages import Draft, Returned
from domain.shared.clock_catalogue import C_DRAFT
from domain.shared.envelope import Recorded


@dataclass(frozen=True)
class ExpireDrafts:
    """C-DRAFT runs anew with every writing: one that was written on meanwhile stays."""

    streams: Streams
    name: str = "expire-drafts"
    follows_imports: bool = False
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        event = recorded.event
        return isinstance(event, ENDS) and event.code == C_DRAFT

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stream = owner_of(recorded.stream)
        if capability(stream) != "referral":
            return None
        history = self.streams.read(stream)
        state = referral.decider.replay(history.facts)
        if not isinstance(state, Draft) or isinstance(state, Returned):
            return None
        if history.events[-1].recorded_at > recorded.event.due:
            return None
        return Act([Ask(stream, referral.decider, ExpireDraft())])
