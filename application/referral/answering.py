"""What an invited provider does: reads the pack, offers, changes its offer, declines."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.ports import Invitations
from application.referral.request import RequestHandlers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import DeclineReason, InvitationId
from domain.referral.commands import AmendOffer, DeclineReferral, OpenPack, SubmitOffer
from domain.referral.commands.answers import OfferCommand
from domain.referral.offer import Offer
from domain.setting.questions import operator_on
from domain.shared.admission import Home
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True)
class AnsweringHandlers:
    registers: Registers
    requests: RequestHandlers
    invitations: Invitations

    @property
    def office(self) -> Office:
        return self.registers.office

    def open_pack(
        self, occasion: Occasion, invitation_id: InvitationId, provider_id: ProviderId
    ) -> Receipt:
        command = OpenPack(provider_id=provider_id, at=occasion.now)
        return self.requests.do(occasion, self._led_to(invitation_id, provider_id), command)

    def decline(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        reason: DeclineReason,
        text: str | None,
    ) -> Receipt:
        """A reasoned decline, in time or late: an answer all the same (6-63)."""
        command = DeclineReferral(
            provider_id=provider_id, reason=reason, text=text, at=occasion.now
        )
        return self.requests.do(occasion, self._led_to(invitation_id, provider_id), command)

    def offer(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        offer: Offer,
    ) -> Receipt:
        """Offer a home of the provider's own, in time or late (R-09)."""
        return self._offer(occasion, invitation_id, provider_id, offer, SubmitOffer)

    def amend(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        offer: Offer,
    ) -> Receipt:
        """Put another offer in the place of one's own, until the deadline (DEADLINE_PASSED)."""
        return self._offer(occasion, invitation_id, provider_id, offer, AmendOffer)

    def _offer(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        offer: Offer,
        act: type[OfferCommand],
    ) -> Receipt:
        referral_id = self._led_to(invitation_id, provider_id)
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            published = self.requests.published(referral_id)
            command = act(
                offer=offer,
                provider_id=provider_id,
                home=self._own_home(offer, provider_id, published.pack.needed_from),
                born_on=self.registers.born_on(self.requests.case_of(referral_id)),
                terms=self.registers.terms_of_version(
                    published.contract_id, published.contract_version
                ),
                at=occasion.now,
            )
            return Act([Ask(stream, decider, command)], {"offer_id": str(offer.offer_id)})

        return self.office.casework.do(occasion, plan, turn=stream)

    def _own_home(self, offer: Offer, provider_id: ProviderId, needed_from: date) -> Home | None:
        """The home as it will stand when the child could first move in."""
        if offer.setting_id is None:
            return None
        day = offer.starts_on(needed_from)
        listed = self.registers.setting(offer.setting_id)
        if operator_on(listed, day) != provider_id:
            raise NotFound("You run no home with this id.")
        return self.registers.home(offer.setting_id, day)

    def _led_to(self, invitation_id: InvitationId, provider_id: ProviderId) -> UUID:
        invited = self.invitations.led_to(invitation_id, provider_id)
        if invited is None:
            raise NotFound
        return invited.referral_id
