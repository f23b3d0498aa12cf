"""When a provider no longer holds its offer open, the offer lapses."""

from dataclasses import dataclass
from typing import Any

from application.clock.owners import capability, owner_of
from application.shared.casework import Act, Ask
from application.shared.ports import Clock, Streams
from domain import referral
from domain.clock.events import ClockBreached, TimerRanOut
from domain.referral.commands.offers import LapseOffers
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.stages import Asked
from domain.shared.clock_catalogue import C_OFFER
from domain.shared.envelope import Recorded, StreamId


@dataclass(frozen=True)
class LapseOffersThatRanOut:
    """At the end of an offer's own time (C-OFFER, R-74), or when one let go has run out since."""

    streams: Streams
    clock: Clock
    name: str = "lapse-offers"
    follows_imports: bool = False
    newest_only: bool = True

    def concerns(self, recorded: Recorded[Any]) -> bool:
        match recorded.event:
            case ClockBreached(code=code) | TimerRanOut(code=code):
                return code == C_OFFER
            case PreferredOfferDeselected():
                return True
            case _:
                return False

    def react(self, recorded: Recorded[Any]) -> Act | None:
        stream = _referral(recorded.stream)
        state = self.streams.read(stream).folded(referral.decider)
        command = LapseOffers(now=self.clock.now())
        if not isinstance(state, Asked) or not referral.decider.decide(state, command):
            return None
        return Act([Ask(stream, referral.decider, command)])


def _referral(stream: StreamId) -> StreamId:
    return stream if capability(stream) == "referral" else owner_of(stream)
