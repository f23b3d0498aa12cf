"""Who is suspended is asked no longer, and nothing of what it offered may be chosen (6-48)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.clock.owners import capability
from application.referral.ports import Dealings
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from domain import referral
from domain.provider.events import ProviderExiting, ProviderRemoved, ProviderSuspended
from domain.referral.codes import WithdrawnBecause
from domain.referral.commands.standing_down import StandProviderDown
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.search import ProviderInvited
from domain.referral.stages import Asked
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import ProviderId

NO_MORE = (ProviderSuspended, ProviderExiting, ProviderRemoved)
"""From which on a provider may be given nothing new."""

BECAUSE = {False: WithdrawnBecause.PROVIDER_SUSPENDED, True: WithdrawnBecause.PROVIDER_LEAVING}

ASKED = (ProviderInvited, OfferSubmitted, LateOfferReceived)


@dataclass(frozen=True)
class StandSuspendedProvidersDown:
    """A search and a suspension may cross: both are looked at, whichever was recorded last."""

    registers: Registers
    dealings: Dealings
    name: str = "stand-suspended-providers-down"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        watched = (*NO_MORE, PreferredOfferDeselected, *ASKED)
        return isinstance(recorded.event, watched)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterable[Ask]:
        for stream, provider_id in self._dealings(recorded):
            if self.registers.is_barred(provider_id):
                leaving = self.registers.is_leaving(provider_id)
                command = StandProviderDown(
                    provider_id=provider_id,
                    because=BECAUSE[leaving],
                    now=self.office.now(),
                )
                state = self.office.state(referral.decider, stream)
                if referral.decider.decide(state, command):
                    yield Ask(stream, referral.decider, command)

    def _dealings(self, recorded: Recorded[Any]) -> Iterable[tuple[StreamId, ProviderId]]:
        if not isinstance(recorded.event, NO_MORE):
            return [(recorded.stream, each) for each in self._in_question(recorded)]
        provider_id = provider_of(recorded.stream)
        searches = self.dealings.searches(provider_id, recorded.position)
        return [(stream_of("referral", each), provider_id) for each in searches]

    def _in_question(self, recorded: Recorded[Any]) -> Sequence[ProviderId]:
        """Whom an event of a search gives a part in it, or gives one back."""
        if isinstance(recorded.event, ASKED):
            return [recorded.event.provider_id]
        state = self.office.state(referral.decider, recorded.stream)
        if not isinstance(state, Asked):
            return []
        return sorted({held.provider_id for held in state.facts.offers.values() if held.is_open()})


def provider_of(stream: StreamId) -> ProviderId:
    """The provider whose own stream this is."""
    if capability(stream) != "provider":
        raise ValueError(stream)
    return ProviderId(UUID(stream.removeprefix("provider-")))
