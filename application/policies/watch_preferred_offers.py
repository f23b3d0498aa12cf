"""A preferred offer of a provider that may be given nothing new: a broker decides (R-59)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from application.policies.stand_down import NO_MORE, provider_of
from application.referral.ports import Dealings
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.registers import Registers
from application.task.raising import Raising
from domain import referral
from domain.provider.events import SuspensionLifted
from domain.referral.events.choice import PreferredOfferDeselected, PreferredOfferSelected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.stages import Authorised, AwaitingFunding, Preferred
from domain.shared.envelope import Recorded, StreamId
from domain.task.codes import DECIDE_ON_PREFERRED_OFFER

OF_A_PROVIDER = (*NO_MORE, SuspensionLifted)
OF_A_SEARCH = (
    PreferredOfferSelected,
    PreferredOfferDeselected,
    ReferralFulfilled,
    ReferralWithdrawn,
    ReferralClosedUnfilled,
)
AMONG = frozenset({DECIDE_ON_PREFERRED_OFFER})


@dataclass(frozen=True)
class WatchPreferredOffers:
    """A choice and a suspension may cross: both are looked at, whichever was recorded last.

    It is settled when the offer is let go, the suspension lifted, or the search over.
    """

    registers: Registers
    dealings: Dealings
    name: str = "watch-preferred-offers"
    follows_imports: bool = False
    newest_only: bool = False

    @property
    def office(self) -> Office:
        return self.registers.office

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*OF_A_PROVIDER, *OF_A_SEARCH))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = [ask for stream in self._searches(recorded) for ask in self._asks(recorded, stream)]
        return Act(asks) if asks else None

    def _searches(self, recorded: Recorded[Any]) -> Iterator[StreamId]:
        if isinstance(recorded.event, OF_A_SEARCH):
            yield recorded.stream
            return
        provider_id = provider_of(recorded.stream)
        for each in self.dealings.searches(provider_id, recorded.position):
            yield stream_of("referral", each)

    def _asks(self, recorded: Recorded[Any], stream: StreamId) -> Iterable[Ask]:
        now = AMONG if self._is_in_doubt(stream) else frozenset[str]()
        raising = Raising(self.office.streams, self.name)
        return raising.revised(recorded, about=stream, now=now, among=AMONG)

    def _is_in_doubt(self, stream: StreamId) -> bool:
        match self.office.state(referral.decider, stream):
            case Preferred() | AwaitingFunding() | Authorised() as chosen:
                held = chosen.facts.offers[chosen.offer_id]
                return self.registers.is_barred(held.provider_id)
            case _:
                return False
