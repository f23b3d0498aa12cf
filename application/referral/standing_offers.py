"""An offer between its arrival and the choice: taken back, admitted late, changed, negotiated."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.referral.invited import referral_of
from application.referral.ports import Invitations
from application.referral.preferred import preferred_of
from application.referral.proposing import Proposing
from application.referral.request import RequestHandlers
from application.referral.words_that_leave import WordsThatLeave
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import DeselectionReason, InvitationId, OfferWithdrawalReason
from domain.referral.commands.offers import (
    AdmitLateOffers,
    AgreeCategoryDifference,
    ProposeCategoryDifference,
    RequestAmendment,
    WithdrawOffer,
)
from domain.shared.money import PriceLine
from domain.shared.vocabulary import OfferId, ProviderId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a need differs from the category, what would meet it, and at what whole price."""

    offer_id: OfferId
    difference: str
    extra_services: str
    price: tuple[PriceLine, ...]


@dataclass(frozen=True)
class OfferHandlers:
    requests: RequestHandlers
    proposing: Proposing
    invitations: Invitations
    words: WordsThatLeave

    @property
    def office(self) -> Office:
        return self.requests.registers.office

    def withdraw(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        reason: OfferWithdrawalReason,
        text: str | None,
    ) -> Receipt:
        """Take one's offer back; what was proposed from it is called off in the same stroke."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            offer_id = preferred_of(self.office, referral_id, provider_id)
            command = WithdrawOffer(
                provider_id=provider_id,
                reason=reason,
                text=text,
                bound=offer_id is not None and self.proposing.is_bound(referral_id, offer_id),
                at=occasion.now,
                by=Subject(occasion.actor.subject),
            )
            ask = Ask(stream, decider, command)
            if offer_id is None:
                return Act([ask])
            off = self.proposing.calling_off(referral_id, DeselectionReason.PROVIDER_WITHDREW)
            return Act([ask, *off])

        return self.office.casework.do(occasion, plan, turn=stream)

    def admit_late(
        self, occasion: Occasion, referral_id: UUID, reason: str, expecting: int
    ) -> Receipt:
        """Admit every offer that came late, all of them alike (6-62)."""
        command = AdmitLateOffers(
            reason=reason,
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, {"reason": reason}),
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def request_amendment(
        self, occasion: Occasion, referral_id: UUID, offer_id: OfferId, what: str, until: datetime
    ) -> Receipt:
        command = RequestAmendment(
            offer_id=offer_id,
            what=what,
            until=until,
            now=occasion.now,
            by=Subject(occasion.actor.subject),
            would_tell=self.words.gives_away(referral_id, {"what": what}),
        )
        return self.requests.do(occasion, referral_id, command)

    def propose_difference(
        self, occasion: Occasion, referral_id: UUID, said: Difference
    ) -> Receipt:
        """The council's word in the negotiation about the category."""
        return self._propose(occasion, referral_id, said, None)

    def propose_difference_as(
        self, occasion: Occasion, invitation_id: InvitationId, who: ProviderId, said: Difference
    ) -> Receipt:
        """The provider's own word in it."""
        return self._propose(occasion, referral_of(self.invitations, invitation_id, who), said, who)

    def agree_difference(
        self, occasion: Occasion, referral_id: UUID, offer_id: OfferId, expecting: int
    ) -> Receipt:
        command = AgreeCategoryDifference(offer_id=offer_id, by=Subject(occasion.actor.subject))
        return self.requests.do(occasion, referral_id, command, expecting)

    def agree_difference_as(
        self, occasion: Occasion, invitation_id: InvitationId, who: ProviderId, offer_id: OfferId
    ) -> Receipt:
        command = AgreeCategoryDifference(
            offer_id=offer_id, provider_id=who, by=Subject(occasion.actor.subject)
        )
        return self.requests.do(
            occasion, referral_of(self.invitations, invitation_id, who), command
        )

    def _propose(
        self, occasion: Occasion, referral_id: UUID, said: Difference, who: ProviderId | None
    ) -> Receipt:
        texts = {"difference": said.difference, "extra_services": said.extra_services}
        command = ProposeCategoryDifference(
            offer_id=said.offer_id,
            provider_id=who,
            difference=said.difference,
            extra_services=said.extra_services,
            price=said.price,
            by=Subject(occasion.actor.subject),
            would_tell=() if who else self.words.gives_away(referral_id, texts),
        )
        return self.requests.do(occasion, referral_id, command)
