"""When nobody is waited for any more, what providers answered is closed and compared.

At the deadline, or before it once every provider has answered (docs/domain/02, 2.2).
"""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.ports import Clock, Streams
from domain import referral
from domain.clock.events import ClockBreached
from domain.referral.commands.answers import CloseResponses
from domain.referral.events.answers import LateOfferReceived, OfferDeclined, OfferSubmitted
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.stages import Published
from domain.referral.windows import RESPONSE
from domain.shared.envelope import Recorded, StreamId


@dataclass(frozen=True)
class CloseResponsesWhenAllIsSaid:
    """Closing records the silence of those that let their deadline pass.

    The newest event speaks for all: what is looked at is how everybody stands by now. A
    search that a broker has closed meanwhile needs nothing.
    """

    streams: Streams
    clock: Clock
    name: str = "close-responses"
    follows_imports: bool = False
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        match recorded.event:
            case ClockBreached(code=code):
                return code in RESPONSE.values()
            case OfferSubmitted() | LateOfferReceived() | OfferDeclined() | InvitationWithdrawn():
                return True
            case _:
                return False

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stream, now = _referral(recorded.stream), self.clock.now()
        history = self.streams.read(stream)
        state = history.folded(referral.decider)
        if not isinstance(state, Published):
            return None
        # While the pack is withdrawn nobody is silent: there is nothing to read (6-65).
        unread, asked = state.facts.pack is None, state.facts.invitations.values()
        if any(each.answer is None and (unread or not each.is_late(now)) for each in asked):
            return None
        return Act([Ask(stream, referral.decider, CloseResponses(now=now))])


def _referral(stream: StreamId) -> StreamId:
    return stream if capability(stream) == "referral" else owner_of(stream)
