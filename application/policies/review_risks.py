"""Each child with a suspended provider has its risks reviewed; nobody moves by it (6-48)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from application.policies.stand_down import NO_MORE, provider_of
from application.referral.ports import Dealings
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from domain import placement
from domain.placement.commands import AskForRiskReview
from domain.placement.events import PlacementProposed, PlacementStarted
from domain.placement.risk import RiskCause
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True)
class ReviewRisksOfSuspended:
    """A placement to come as well: whether it still is to be, and its place, is decided by people.

    A child may be moved in, as a fact, with a provider that is suspended already.
    """

    registers: Registers
    dealings: Dealings
    name: str = "review-risks-of-suspended"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*NO_MORE, PlacementProposed, PlacementStarted))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterable[Ask]:
        for stream, provider_id in self._placements(recorded):
            if self.registers.is_barred(provider_id):
                leaving = self.registers.is_leaving(provider_id)
                cause = RiskCause.PROVIDER_LEAVING if leaving else RiskCause.PROVIDER_SUSPENDED
                command = AskForRiskReview(provider_id=provider_id, cause=cause)
                state = self.office.state(placement.decider, stream)
                if placement.decider.decide(state, command):
                    yield Ask(stream, placement.decider, command)

    def _placements(self, recorded: Recorded[Any]) -> Iterable[tuple[StreamId, ProviderId]]:
        event = recorded.event
        if not isinstance(event, NO_MORE):
            return [(recorded.stream, event.provider_id)] if event.provider_id else []
        provider_id = provider_of(recorded.stream)
        found = self.dealings.placements(provider_id, recorded.position)
        return [(stream_of("placement", each), provider_id) for each in found]
