"""A provider that may be given nothing new is asked no longer, and its offers are let go."""

from collections.abc import Iterator, Sequence

from domain.referral.codes import LapseReason
from domain.referral.commands.standing_down import StandProviderDown
from domain.referral.events.answers import AnswerEvent
from domain.referral.events.ending import EndingEvent, OfferLapsed
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.offer import HeldOffer, Standing
from domain.referral.stages import Asked, Chosen, Fulfilled, Referral, Withdrawn

PENDING = frozenset({Standing.OPEN, Standing.LATE})


def decide(referral: Referral, command: StandProviderDown) -> Sequence[AnswerEvent | EndingEvent]:
    """Nothing, where it was not asked or the search is over: there is nothing to take back."""
    match referral:
        case Fulfilled() | Withdrawn():
            return []
        case Asked():
            return [*_invitation(referral, command), *_offers(referral, command)]
        case _:
            return []


def _invitation(asked: Asked, command: StandProviderDown) -> Iterator[InvitationWithdrawn]:
    """Past its deadline an unanswered invitation is a silence, and stays one (R-06)."""
    invitation = asked.facts.invitations.get(command.provider_id)
    if invitation is None or invitation.answer is not None or invitation.is_late(command.now):
        return
    yield InvitationWithdrawn(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        reason=command.because,
    )


def _offers(asked: Asked, command: StandProviderDown) -> Iterator[OfferLapsed]:
    """Late ones too, which might be admitted; not the preferred one, which a broker decides on."""
    for held in asked.facts.offers.values():
        if held.provider_id == command.provider_id and _is_pending(asked, held):
            yield OfferLapsed(
                offer_id=held.offer.offer_id,
                provider_id=held.provider_id,
                reason=LapseReason(command.because.value),
            )


def _is_pending(asked: Asked, held: HeldOffer) -> bool:
    preferred = isinstance(asked, Chosen) and asked.offer_id == held.offer.offer_id
    return held.standing in PENDING and not preferred
