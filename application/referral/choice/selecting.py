"""One offer is preferred, and in the same stroke a place is reserved for the child."""

from dataclasses import dataclass
from uuid import UUID

from application.referral.choice.selection import Selections
from application.referral.choice.words import Choice
from application.referral.offer_chosen import OfferChosen
from application.referral.proposing import Proposing
from application.referral.request import RequestHandlers
from application.referral.succession import Succession
from application.shared.casework import Act, Ask
from application.shared.in_turn import together
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.commands.choice import RecordNoViableOffer
from domain.referral.events.award import FoundWanting
from domain.referral.stages import Asked
from domain.shared.errors import NotFound
from domain.shared.vocabulary import (
    PlacementId,
    ReferralId,
    Subject,
)


@dataclass(frozen=True)
class ChoiceHandlers:
    registers: Registers
    requests: RequestHandlers
    proposing: Proposing
    selections: Selections

    @property
    def office(self) -> Office:
        return self.registers.office

    def select(
        self, occasion: Occasion, referral_id: UUID, choice: Choice, expecting: int
    ) -> Receipt:
        """Prefer an offer, propose each placement and reserve its place, all at once or not."""
        stream = stream_of("referral", referral_id)
        minted: dict[int, PlacementId] = {}
        successor_id = ReferralId(self.office.ids.new())

        def plan() -> Act:
            chosen = self._chosen(referral_id, choice)
            there = chosen.there(self.registers)
            for number in chosen.taken:
                # A clash repeats the plan: a placement keeps the id first minted.
                minted.setdefault(number, PlacementId(self.office.ids.new()))
            selection = self.selections.of(occasion, chosen, choice, successor_id)
            asks = [Ask(stream, decider, selection, expecting=expecting)]
            for each in chosen.placed(minted, choice.planned_end, there):
                asks += self.proposing.asks(occasion, each)
            if chosen.left:
                succession = Succession(self.registers)
                asks.append(
                    succession.ask(occasion, referral_id, chosen.facts, chosen.left, successor_id)
                )
            return Act(together(asks), chosen.ids({**minted, **there}, successor_id))

        return self.office.casework.do(occasion, plan, turn=stream)

    def record_none_viable(
        self,
        occasion: Occasion,
        referral_id: UUID,
        wanting: tuple[FoundWanting, ...],
        tried: str | None,
        expecting: int,
    ) -> Receipt:
        """None of the offers will do, each for its reason; on to what is tried next."""
        by = Subject(occasion.actor.subject)
        command = RecordNoViableOffer(wanting=wanting, tried=tried, by=by)
        return self.requests.do(occasion, referral_id, command, expecting)

    def _chosen(self, referral_id: UUID, choice: Choice) -> OfferChosen:
        state = self.office.known(decider, stream_of("referral", referral_id), Asked)
        held = state.facts.offers.get(choice.offer_id)
        if held is None:
            raise NotFound("This referral has no offer with this id.")
        return OfferChosen(referral_id, state.facts, held, self.requests.published(referral_id))
