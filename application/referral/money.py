"""The money of a placement: asked for by one person, authorised by another within their limit."""

from dataclasses import dataclass
from uuid import UUID

from application.referral.request import RequestHandlers
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import Code
from domain.referral.commands import AuthoriseFunding, DeclineFunding, RequestFunding
from domain.referral.funding import FundingPlan
from domain.referral.stages import AwaitingFunding, Fulfilled, Stage
from domain.shared.vocabulary import Provision, Subject


@dataclass(frozen=True)
class MoneyHandlers:
    registers: Registers
    requests: RequestHandlers

    def request_funding(
        self, occasion: Occasion, referral_id: UUID, funding: FundingPlan
    ) -> Receipt:
        command = RequestFunding(plan=funding, by=Subject(occasion.actor.subject))
        return self.requests.do(occasion, referral_id, command)

    def authorise_funding(self, occasion: Occasion, referral_id: UUID, expecting: int) -> Receipt:
        """Authorise within the role's own limit for this kind of home."""
        actor, today = occasion.actor, self.registers.office.today()
        provision = self._provision(referral_id)
        limit = self.registers.funding_limit(actor.authority, actor.role, today, provision)
        command = AuthoriseFunding(by=Subject(actor.subject), limit=limit)
        return self.requests.do(occasion, referral_id, command, expecting)

    def decline_funding(
        self, occasion: Occasion, referral_id: UUID, reason: Code, text: str | None
    ) -> Receipt:
        by = Subject(occasion.actor.subject)
        return self.requests.do(
            occasion, referral_id, DeclineFunding(reason=reason, text=text, by=by)
        )

    def _provision(self, referral_id: UUID) -> Provision | None:
        """What kind of home the money is for: limits differ by it (P-17)."""
        state = self.registers.office.known(decider, stream_of("referral", referral_id), Stage)
        if not isinstance(state, AwaitingFunding | Fulfilled):
            return None
        held = state.facts.offers.get(state.offer_id)
        home = held.offer.setting_id if held else None
        return self.registers.setting(home).provision if home else None
