"""One provider's own invitation, told without a word of the child's record or of any other.

What is remembered here is all that a provider's portal is made from: its invitation, the
published pack, its own answer, and after a decision what became of its own offer.
"""

from collections.abc import Sequence
from dataclasses import replace

from application.referral.invitation.closing import (
    closes_at_of,
    fulfilled,
    left_search,
    passed_over,
    returned,
)
from application.referral.invitation.concerning import concerns, counted
from application.referral.invitation.offers import decided, received
from application.referral.invitation.packs import OfPack, of_pack
from application.referral.invitation.questions import asked
from application.referral.invitation.shape import OfferStatus, OwnInvitation, OwnOffer
from application.referral.invitation.sorting import SortedOut
from application.referral.judgement import judgement_of
from domain.referral.chronology import ProviderStanding, responses
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import (
    LateOfferReceived,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
)
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    InvitationQuestionAsked,
    ReferralAmended,
)
from domain.referral.events.offers import OfferWithdrawn
from domain.referral.events.search import ProviderInvited, ReferralPublished
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId

TOLD = frozenset({OfferStatus.PREFERRED, OfferStatus.NOT_CHOSEN, OfferStatus.ACCEPTED})
"""When a provider may learn how its own offer was judged."""


def own_invitation(
    history: Sequence[Recorded[ReferralEvent]],
    provider_id: ProviderId,
    sorted_out: SortedOut | None = None,
) -> OwnInvitation | None:
    """A provider's invitation after a referral's history, or none if it was not asked.

    Who asks after every event has the history `sorted_out` already.
    """
    theirs = (
        [recorded for recorded in history if concerns(recorded.event, provider_id)]
        if sorted_out is None
        else sorted_out.to(provider_id)
    )
    own, shown = None, None
    for recorded in theirs:
        event = recorded.event
        if own is None and isinstance(event, ReferralPublished | ReferralAmended):
            shown = event
        elif isinstance(event, ProviderInvited) and shown is not None:
            own = _invited(event, shown)
        elif own is not None:
            own = counted(own, _after(own, recorded), event)
    if own is None:
        return None
    return replace(
        _told_how(own, history),
        standing=responses(theirs)[-1].standing,
        holds_pack=own.holds_something,
        closes_at=own.outcome_at and closes_at_of(own.outcome_at, history),
    )


def _invited(event: ProviderInvited, shown: ReferralPublished | ReferralAmended) -> OwnInvitation:
    return OwnInvitation(
        invited=event, pack=shown.pack, sha256=shown.sha256, standing=ProviderStanding.INVITED
    )


def _told_how(own: OwnInvitation, history: Sequence[Recorded[ReferralEvent]]) -> OwnInvitation:
    """After a decision, and only then, a provider learns how its own offer was judged (5.4)."""
    if own.offer is None or own.offer.status not in TOLD:
        return own
    facts = [recorded.event for recorded in history]
    judgement = judgement_of(facts, own.offer.offer.offer_id)
    return replace(own, offer=replace(own.offer, judgement=judgement))


def _after(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    event = recorded.event
    if isinstance(event, OfPack):
        return of_pack(own, event)
    if isinstance(event, InvitationQuestionAsked | InvitationQuestionAnswered):
        return replace(own, questions=asked(own, event))
    return _answered(own, recorded)


def _answered(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    match recorded.event:
        case OfferSubmitted() as offered:
            return returned(_offering(own, received(offered, OfferStatus.OPEN)))
        case OfferAmended(offer=offer) if own.offer is not None:
            return replace(own, offer=replace(own.offer, offer=offer, changes=None))
        case LateOfferReceived() as offered:
            return returned(_offering(own, received(offered, OfferStatus.LATE)))
        case OfferDeclined():
            return left_search(own, recorded)
        case InvitationWithdrawn():
            return replace(own, may_return=False, over_at=recorded.recorded_at)
        case OfferWithdrawn():
            return decided(left_search(own, recorded), recorded.event)
        case ReferralWithdrawn() | ReferralClosedUnfilled():
            return replace(own, may_return=False, over_at=own.over_at or recorded.recorded_at)
        case ReferralFulfilled():
            return fulfilled(own, recorded)
        case event:
            return decided(passed_over(own, recorded), event) if own.offer else own


def _offering(own: OwnInvitation, offer: OwnOffer) -> OwnInvitation:
    before = (own.offer,) if own.offer else ()
    return replace(own, offer=offer, offers_before=(*own.offers_before, *before))
