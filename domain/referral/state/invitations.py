"""What each provider asked did about its invitation."""

from dataclasses import replace
from datetime import datetime

from domain.referral.events.answers import (
    LateOfferReceived,
    NoResponseRecorded,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
)
from domain.referral.events.search import ProviderInvited
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.facts import Facts
from domain.referral.invitation import Answer, Invitation
from domain.referral.judging import changed
from domain.referral.offer import HeldOffer, Standing
from domain.referral.state.packs import opened, read_alone
from domain.shared.vocabulary import ProviderId


def invited(facts: Facts, event: ProviderInvited) -> Facts:
    invitation = Invitation(
        invitation_id=event.invitation_id,
        provider_id=event.provider_id,
        invited_at=event.invited_at,
        deadline=event.deadline,
        lot=event.lot,
    )
    return facts.with_invitation(invitation)


def answered(
    facts: Facts,
    event: PackViewed
    | OfferSubmitted
    | OfferAmended
    | LateOfferReceived
    | OfferDeclined
    | NoResponseRecorded
    | InvitationWithdrawn,
) -> Facts:
    """What a provider did about its invitation, or left undone."""
    match event:
        case PackViewed():
            reader = facts.invitations[event.provider_id]
            viewed = reader.viewed or not read_alone(facts, event)
            now = replace(reader, viewed=viewed, holds_pack=True)
            return opened(facts, event).with_invitation(now)
        case OfferSubmitted():
            return _offered(facts, event, Standing.OPEN)
        case OfferAmended():
            held = replace(facts.offers[event.offer.offer_id], offer=event.offer)
            offers = {**facts.offers, event.offer.offer_id: held}
            judging = changed(facts.judging, event.offer.offer_id)
            return replace(facts, offers=offers, judging=judging)
        case LateOfferReceived():
            return _offered(facts, event, Standing.LATE)
        case OfferDeclined():
            declined = _answer(facts, event.provider_id, Answer.DECLINED)
            return said_no(declined, event.provider_id, event.at)
        case NoResponseRecorded():
            return _answer(facts, event.provider_id, Answer.NO_RESPONSE)
        case InvitationWithdrawn():
            return _answer(facts, event.provider_id, Answer.WITHDRAWN)


def said_no(facts: Facts, provider_id: ProviderId, at: datetime) -> Facts:
    """The provider's last word so far: nothing that it said before counts any more (R-171)."""
    return facts.with_invitation(replace(facts.invitations[provider_id], said_no_at=at))


def _offered(facts: Facts, event: OfferSubmitted | LateOfferReceived, now: Standing) -> Facts:
    answer = Answer.OFFERED if now is Standing.OPEN else Answer.OFFERED_LATE
    entered_by = event.entered.by if event.entered else None
    held = HeldOffer(event.offer, event.provider_id, now, entered_by=entered_by)
    with_offer = replace(facts, offers={**facts.offers, event.offer.offer_id: held})
    return _answer(with_offer, event.provider_id, answer)


def _answer(facts: Facts, provider_id: ProviderId, answer: Answer) -> Facts:
    invitation = facts.invitations[provider_id]
    return facts.with_invitation(replace(invitation, answer=answer, may_answer_again=False))
