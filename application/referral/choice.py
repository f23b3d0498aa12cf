"""The choice: one offer preferred, and in the same stroke a place reserved for the child."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.proposing import Chosen, Proposing
from application.referral.request import RequestHandlers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import DeselectionReason, OutcomeForChild, WithdrawalReason
from domain.referral.commands import (
    CloseUnfilled,
    DeselectPreferred,
    SelectPreferredOffer,
    WithdrawReferral,
)
from domain.referral.offer import Offer
from domain.referral.stages import Asked
from domain.shared.admission import Home
from domain.shared.errors import NotFound
from domain.shared.vocabulary import (
    OfferId,
    PlacementId,
    ReferralId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen and why; a reason for each other open offer."""

    offer_id: OfferId
    reasons: str
    match_statement: str
    childs_views: str
    others_not_chosen: Mapping[OfferId, str]
    jointly_with: Subject
    planned_end: date | None


@dataclass(frozen=True)
class ChoiceHandlers:
    registers: Registers
    requests: RequestHandlers
    proposing: Proposing

    @property
    def office(self) -> Office:
        return self.registers.office

    def select(
        self, occasion: Occasion, referral_id: UUID, choice: Choice, expecting: int
    ) -> Receipt:
        """Prefer an offer, propose the placement and reserve its place, all at once or not."""
        stream = stream_of("referral", referral_id)
        placement_id = PlacementId(self.office.ids.new())

        def plan() -> Act:
            state = self.office.known(decider, stream, Asked)
            held = state.facts.offers.get(choice.offer_id)
            if held is None:
                raise NotFound("This referral has no offer with this id.")
            starts_on = held.offer.starts_on(state.facts.needed_from)
            home_then = self._home(held.offer, starts_on)
            barred = self.registers.is_barred(held.provider_id)
            asks = [
                self._selection(
                    occasion,
                    referral_id,
                    choice,
                    home=home_then,
                    barred=barred,
                    expecting=expecting,
                )
            ]
            if held.offer.setting_id is not None:
                home = held.offer.setting_id
                chosen = Chosen(
                    referral_id=ReferralId(referral_id),
                    placement_id=placement_id,
                    setting_id=home,
                    offer_id=held.offer.offer_id,
                    lot=self.requests.published(referral_id).lot,
                    starts_on=starts_on,
                    planned_end=choice.planned_end,
                )
                asks += self.proposing.asks(occasion, chosen)
            return Act(asks, {"placement_id": str(placement_id)})

        return self.office.casework.do(occasion, plan, turn=stream)

    def deselect(
        self, occasion: Occasion, referral_id: UUID, reason: DeselectionReason, expecting: int
    ) -> Receipt:
        """Let the preferred offer go, and with it the placement proposed and its place."""
        command = DeselectPreferred(reason=reason, by=Subject(occasion.actor.subject))
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, reason)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def withdraw(
        self, occasion: Occasion, referral_id: UUID, reason: WithdrawalReason, text: str | None
    ) -> Receipt:
        """Call the search off: open offers lapse, and what was reserved is free again."""
        by = Subject(occasion.actor.subject)
        command = WithdrawReferral(reason=reason, text=text, by=by)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            asks = [Ask(stream, decider, command), *self.proposing.calling_off(referral_id, reason)]
            return Act(asks)

        return self.office.casework.do(occasion, plan, turn=stream)

    def close_unfilled(
        self,
        occasion: Occasion,
        referral_id: UUID,
        outcome: OutcomeForChild,
        text: str,
        expecting: int,
    ) -> Receipt:
        """Give up looking, and say what became of the child; what was reserved is free again."""
        by = Subject(occasion.actor.subject)
        command = CloseUnfilled(outcome=outcome, text=text, by=by)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            ask = Ask(stream, decider, command, expecting=expecting)
            return Act([ask, *self.proposing.calling_off(referral_id, "closed_unfilled")])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _home(self, offer: Offer, day: date) -> Home | None:
        if offer.setting_id is None:
            return None
        return self.registers.home(offer.setting_id, day)

    def _selection(
        self,
        occasion: Occasion,
        referral_id: UUID,
        choice: Choice,
        *,
        home: Home | None,
        barred: bool,
        expecting: int,
    ) -> Ask:
        published = self.requests.published(referral_id)
        command = SelectPreferredOffer(
            offer_id=choice.offer_id,
            reasons=choice.reasons,
            match_statement=choice.match_statement,
            childs_views=choice.childs_views,
            others_not_chosen=dict(choice.others_not_chosen),
            home=home,
            provider_barred=barred,
            planned_end=choice.planned_end,
            born_on=self.registers.born_on(self.requests.case_of(referral_id)),
            terms=self.registers.terms_of_version(
                published.contract_id, published.contract_version
            ),
            now=occasion.now,
            jointly_with=choice.jointly_with,
            by=Subject(occasion.actor.subject),
        )
        return Ask(stream_of("referral", referral_id), decider, command, expecting=expecting)
