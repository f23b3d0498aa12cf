"""When the placement that a search led to starts, the search is over; of several, the last."""

from dataclasses import dataclass
from typing import Any

from application.referral.joining import word_of
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Streams
from domain import referral
from domain.placement.events import PlacementStarted
from domain.referral.commands.ending import FulfilReferral
from domain.referral.stages import Chosen, Fulfilled
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class FulfilReferralWhenPlacementStarts:
    """A start whose search has no preferred offer is left to a person."""

    streams: Streams
    name: str = "fulfil-referral"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        started = recorded.event
        return isinstance(started, PlacementStarted) and started.referral_id is not None

    def react(self, recorded: Recorded[Any]) -> Act | None:
        started: PlacementStarted = recorded.event
        if started.referral_id is None:
            return None
        stream = stream_of("referral", started.referral_id)
        state = self.streams.read(stream).folded(referral.decider)
        chosen = state.offer_id if isinstance(state, Chosen) else None
        # A start from an offer that was let go is a fact of its placement; this search goes on.
        if isinstance(state, Fulfilled) or chosen != started.offer_id:
            return None
        command = FulfilReferral(
            placement_id=started.placement_id,
            at=started.at,
            case_id=started.case_id,
            verbal_authority=word_of(started, Subject(recorded.actor.subject)),
        )
        return Act([Ask(stream, referral.decider, command)])
