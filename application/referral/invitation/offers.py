"""What became of a provider's own offer, in the council's words to it and to no other."""

from dataclasses import replace

from application.referral.invitation.shape import Difference, OfferStatus, OwnInvitation, OwnOffer
from domain.referral.codes import DeselectionReason
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.choice import (
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
)
from domain.referral.events.ending import OfferLapsed, ReferralFulfilled
from domain.referral.events.housed import PlacementJoined
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    EnteredOfferConfirmed,
    EnteredOfferDenied,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferWithdrawn,
)

DECIDED = frozenset({OfferStatus.PREFERRED, OfferStatus.NOT_CHOSEN})


def received(offered: OfferSubmitted | LateOfferReceived, status: OfferStatus) -> OwnOffer:
    return OwnOffer(
        offer=offered.offer, received_at=offered.at, status=status, entered=offered.entered
    )


def decided(own: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    assert own.offer is not None  # noqa: S101  # asked before
    return replace(own, offer=_outcome(own.offer, event))


def _outcome(held: OwnOffer, event: ReferralEvent) -> OwnOffer:
    match event:
        case PreferredOfferSelected() | PlacementJoined():
            return replace(held, status=OfferStatus.PREFERRED, reason=None)
        case OfferNotSelected(reason=reason):
            return replace(held, status=OfferStatus.NOT_CHOSEN, reason=reason)
        case PreferredOfferDeselected(reason=why) if held.status in DECIDED:
            return _reopened(held, why)
        case EnteredOfferConfirmed() | EnteredOfferDenied():
            return replace(held, owned=isinstance(event, EnteredOfferConfirmed))
        case OfferWithdrawn():
            return replace(held, status=OfferStatus.WITHDRAWN, reason=None)
        case LateOfferAdmitted():
            return replace(held, status=OfferStatus.OPEN)
        case OfferAmendmentRequested():
            return replace(held, changes=event)
        case CategoryDifferenceProposed() | CategoryDifferenceAgreed():
            return _negotiated(held, event)
        case OfferLapsed():
            return replace(held, status=OfferStatus.LAPSED)
        case ReferralFulfilled() if held.status is OfferStatus.PREFERRED:
            return replace(held, status=OfferStatus.ACCEPTED)
        case _:
            return held


def _negotiated(held: OwnOffer, said: Difference) -> OwnOffer:
    told = (*held.differences, said)
    if isinstance(said, CategoryDifferenceProposed):
        return replace(held, differences=told)
    priced = held.offer.model_copy(update={"price": said.price})
    return replace(held, offer=priced, differences=told)


def _reopened(held: OwnOffer, why: DeselectionReason) -> OwnOffer:
    """The choice was undone: nothing is decided about anybody, but for who withdrew."""
    withdrew = held.status is OfferStatus.PREFERRED and why is DeselectionReason.PROVIDER_WITHDREW
    status = OfferStatus.WITHDRAWN if withdrew else OfferStatus.OPEN
    return replace(held, status=status, reason=None)
