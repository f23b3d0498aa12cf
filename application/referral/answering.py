"""What an invited provider does: reads the pack, offers, changes its offer, declines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from uuid import UUID

from application.referral.invited import referral_of
from application.referral.ports import Invitations
from application.referral.request import RequestHandlers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import Code, DeclineReason, InvitationId
from domain.referral.commands.answers import (
    AmendOffer,
    DeclineReferral,
    OpenPack,
    SubmitOffer,
)
from domain.referral.commands.market import AcknowledgeDeletion, AskAboutInvitation
from domain.referral.offer import Entered, Offer
from domain.referral.siblings import SiblingAsked
from domain.referral.triage import QuestionId
from domain.setting.questions import operator_on
from domain.shared.admission import Home
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId, SettingId, Subject


@dataclass(frozen=True, slots=True)
class Said:
    """Who of a provider spoke, and at what time."""

    by: str
    at: datetime


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
        return self.requests.do(
            occasion, referral_of(self.invitations, invitation_id, provider_id), command
        )

    def ask(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        question_id: QuestionId,
        text: str,
    ) -> Receipt:
        """Ask the council something about the invitation; the clock runs on."""
        command = AskAboutInvitation(
            question_id=question_id, provider_id=provider_id, text=text, at=occasion.now
        )
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        ids = {"question_id": str(question_id)}
        return self.requests.do(occasion, referral_id, command, ids=ids)

    def acknowledge_deletion(
        self, occasion: Occasion, invitation_id: InvitationId, provider_id: ProviderId
    ) -> Receipt:
        command = AcknowledgeDeletion(provider_id=provider_id, at=occasion.now)
        return self.requests.do(
            occasion, referral_of(self.invitations, invitation_id, provider_id), command
        )

    def decline(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        reason: DeclineReason,
        text: str | None,
        *,
        needs: tuple[Code, ...] = (),
    ) -> Receipt:
        """A reasoned decline, in time or late: an answer all the same (6-63)."""
        command = DeclineReferral(
            provider_id=provider_id, reason=reason, text=text, needs=needs, at=occasion.now
        )
        return self.requests.do(
            occasion, referral_of(self.invitations, invitation_id, provider_id), command
        )

    def offer(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        offer: Offer,
    ) -> Receipt:
        """Offer a home of the provider's own, in time or late (R-09)."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        return self._offer(occasion, referral_id, provider_id, offer, SubmitOffer)

    def enter_offer(
        self,
        occasion: Occasion,
        referral_id: UUID,
        provider_id: ProviderId,
        offer: Offer,
        said: Said,
    ) -> Receipt:
        """Write down what a provider offers by telephone in an emergency (R-125)."""
        by = Subject(occasion.actor.subject)
        entered = Entered(said_by=said.by, said_at=said.at, by=by)
        act = partial(SubmitOffer, entered=entered)
        return self._offer(occasion, referral_id, provider_id, offer, act)

    def amend(
        self,
        occasion: Occasion,
        invitation_id: InvitationId,
        provider_id: ProviderId,
        offer: Offer,
    ) -> Receipt:
        """Put another offer in the place of one's own, until the deadline (DEADLINE_PASSED)."""
        referral_id = referral_of(self.invitations, invitation_id, provider_id)
        return self._offer(occasion, referral_id, provider_id, offer, AmendOffer)

    def _offer(
        self,
        occasion: Occasion,
        referral_id: UUID,
        provider_id: ProviderId,
        offer: Offer,
        act: Callable[..., AmendOffer | SubmitOffer],
    ) -> Receipt:
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            published = self.requests.published(referral_id)
            first, *others = self._asked(referral_id, offer, provider_id)
            command = act(
                offer=offer,
                provider_id=provider_id,
                home=first.home,
                born_on=first.born_on,
                siblings=(first, *others) if offer.siblings else (),
                terms=self.registers.terms_of_version(
                    published.contract_id, published.contract_version
                ),
                at=occasion.now,
            )
            return Act([Ask(stream, decider, command)], {"offer_id": str(offer.offer_id)})

        return self.office.casework.do(occasion, plan, turn=stream)

    def _asked(
        self, referral_id: UUID, offer: Offer, provider_id: ProviderId
    ) -> Sequence[SiblingAsked]:
        """Each child whom the offer takes; the first of all where it takes none of them."""
        children = self.requests.siblings.of(referral_id).by_number
        day = offer.starts_on(self.requests.published(referral_id).pack.needed_from)
        taken = offer.homes_for(children) or {1: offer.setting_id}
        return [
            SiblingAsked(
                number=number,
                born_on=self.registers.born_on(children[number]),
                home=self._own_home(home, provider_id, day),
            )
            for number, home in taken.items()
        ]

    def _own_home(
        self, setting_id: SettingId | None, provider_id: ProviderId, day: date
    ) -> Home | None:
        """The home as it will stand when the child could first move in."""
        if setting_id is None:
            return None
        if operator_on(self.registers.setting(setting_id), day) != provider_id:
            raise NotFound("You run no home with this id.")
        return self.registers.home(setting_id, day)
