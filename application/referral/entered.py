"""A provider answers for an offer that the council wrote down for it (R-176)."""

from dataclasses import dataclass
from uuid import UUID

from application.referral.invited import referral_of
from application.referral.ports import Invitations
from application.referral.preferred import preferred_of
from application.referral.proposing import Proposing
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.referral import decider
from domain.referral.codes import DeselectionReason, InvitationId
from domain.referral.commands.offers import AnswerEntered
from domain.referral.stages import Fulfilled
from domain.shared.vocabulary import ProviderId, Subject


@dataclass(frozen=True)
class EnteredHandlers:
    office: Office
    proposing: Proposing
    invitations: Invitations

    def answer(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        *,
        ours: bool,
        text: str | None,
    ) -> Receipt:
        """Own to it, or deny it: then what was proposed from it is called off as well."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            offer_id = preferred_of(self.office, referral_id, provider_id)
            bound = offer_id is not None and self.proposing.is_bound(referral_id, offer_id)
            command = AnswerEntered(
                provider_id=provider_id,
                ours=ours,
                text=text,
                bound=bound,
                at=occasion.now,
                by=Subject(occasion.actor.subject),
            )
            ask = Ask(stream, decider, command)
            if ours or bound or offer_id is None or self._lived_in(referral_id):
                return Act([ask])
            off = self.proposing.calling_off(referral_id, DeselectionReason.PROVIDER_WITHDREW)
            return Act([ask, *off])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _lived_in(self, referral_id: UUID) -> bool:
        return isinstance(self.office.state(decider, stream_of("referral", referral_id)), Fulfilled)
