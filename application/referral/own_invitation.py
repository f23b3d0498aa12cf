"""One provider's own invitation, told without a word of the child's record or of any other.

What is remembered here is all that a provider's portal is made from: its invitation, the
published pack, its own answer, and after a decision what became of its own offer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from domain.referral.chronology import ProviderStanding, responses
from domain.referral.codes import DeselectionReason
from domain.referral.events import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    InvitationWithdrawn,
    LateOfferAdmitted,
    LateOfferReceived,
    OfferAmended,
    OfferAmendmentRequested,
    OfferDeclined,
    OfferLapsed,
    OfferNotSelected,
    OfferSubmitted,
    OfferWithdrawn,
    PackViewed,
    PreferredOfferDeselected,
    PreferredOfferSelected,
    ProviderInvited,
    ReferralEvent,
    ReferralFulfilled,
    ReferralPublished,
    ReferralWithdrawn,
)
from domain.referral.offer import Offer
from domain.referral.pack import RedactedPack
from domain.shared.envelope import Recorded
from domain.shared.personal import Erased
from domain.shared.vocabulary import ProviderId

CLOSES_AFTER = timedelta(hours=24)
"""So long after its outcome a provider may still read the pack (5.3, assumed there)."""

SHARED = (ReferralPublished, PreferredOfferDeselected, ReferralWithdrawn, ReferralFulfilled)
"""What concerns every invitation without naming any provider."""


class OfferStatus(StrEnum):
    """What became of a provider's own offer."""

    OPEN = "open"
    LATE = "late"
    PREFERRED = "preferred"
    NOT_CHOSEN = "not_chosen"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    ACCEPTED = "accepted"


DECIDED = frozenset({OfferStatus.PREFERRED, OfferStatus.NOT_CHOSEN})


Difference = CategoryDifferenceProposed | CategoryDifferenceAgreed


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnOffer:
    """`reason` is the provider's own, and there is one only once another was preferred.

    `changes` is what the broker asked to have changed; `differences` the words of both sides
    about what goes beyond the category.
    """

    offer: Offer
    received_at: datetime
    status: OfferStatus
    reason: str | Erased | None = None
    changes: OfferAmendmentRequested | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnInvitation:
    """`version` counts what happened to this invitation alone.

    `over_at` is when its outcome was recorded: its own decline, or the end of the search.
    """

    invited: ProviderInvited
    pack: RedactedPack
    standing: ProviderStanding
    version: int = 1
    opened: bool = False
    offer: OwnOffer | None = None
    over_at: datetime | None = None


def own_invitation(
    history: Sequence[Recorded[ReferralEvent]], provider_id: ProviderId
) -> OwnInvitation | None:
    """A provider's invitation after a referral's history, or none if it was not asked."""
    theirs = [recorded for recorded in history if _concerns(recorded.event, provider_id)]
    own, pack = None, None
    for recorded in theirs:
        event = recorded.event
        if isinstance(event, ReferralPublished):
            pack = event.pack
        elif isinstance(event, ProviderInvited) and pack is not None:
            own = OwnInvitation(invited=event, pack=pack, standing=ProviderStanding.INVITED)
        elif own is not None:
            own = _counted(own, _after(own, recorded), event)
    return own and replace(own, standing=responses(theirs)[-1].standing)


def pack_is_open(own_over_at: datetime | None, now: datetime) -> bool:
    """Whether the pack may still be read: not for long once the outcome is known."""
    return own_over_at is None or now <= own_over_at + CLOSES_AFTER


def _concerns(event: ReferralEvent, provider_id: ProviderId) -> bool:
    return _provider_of(event) == provider_id or isinstance(event, SHARED)


def _provider_of(event: Any) -> ProviderId | None:
    named: ProviderId | None = getattr(event, "provider_id", None)
    return named


def _counted(before: OwnInvitation, after: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    # What others' offers went through must not show, not even as a number.
    touched = _provider_of(event) is not None or after != before
    return replace(after, version=before.version + touched)


def _after(own: OwnInvitation, recorded: Recorded[ReferralEvent]) -> OwnInvitation:
    match recorded.event:
        case PackViewed():
            return replace(own, opened=True)
        case OfferSubmitted() as offered:
            return replace(own, offer=_received(offered, OfferStatus.OPEN))
        case OfferAmended(offer=offer) if own.offer is not None:
            return replace(own, offer=replace(own.offer, offer=offer, changes=None))
        case LateOfferReceived() as offered:
            return replace(own, offer=_received(offered, OfferStatus.LATE))
        case OfferDeclined() | InvitationWithdrawn():
            return replace(own, over_at=recorded.recorded_at)
        case OfferWithdrawn():
            return _decided(replace(own, over_at=recorded.recorded_at), recorded.event)
        case ReferralWithdrawn():
            return replace(own, over_at=own.over_at or recorded.recorded_at)
        case ReferralFulfilled():
            over = replace(own, over_at=own.over_at or recorded.recorded_at)
            return _decided(over, recorded.event) if own.offer else over
        case event:
            return _decided(own, event) if own.offer else own


def _received(offered: OfferSubmitted | LateOfferReceived, status: OfferStatus) -> OwnOffer:
    return OwnOffer(offer=offered.offer, received_at=offered.at, status=status)


def _decided(own: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    assert own.offer is not None  # noqa: S101  # asked before
    return replace(own, offer=_outcome(own.offer, event))


def _outcome(held: OwnOffer, event: ReferralEvent) -> OwnOffer:
    match event:
        case PreferredOfferSelected():
            return replace(held, status=OfferStatus.PREFERRED, reason=None)
        case OfferNotSelected(reason=reason):
            return replace(held, status=OfferStatus.NOT_CHOSEN, reason=reason)
        case PreferredOfferDeselected(reason=why) if held.status in DECIDED:
            return _reopened(held, why)
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
