"""Which of a search's events concern one provider's invitation, and count in its version."""

from dataclasses import replace
from typing import Any, Final

from application.referral.invitation.shape import OwnInvitation
from domain.referral.events import ReferralEvent
from domain.referral.events.award import DirectAwardMade
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.emergency import PackReleased
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.evaluation import (
    OfferModerated,
    OfferScored,
    OfferShortlisted,
    RelationshipDeclared,
    SuitabilityJudged,
)
from domain.referral.events.housed import StayJoined
from domain.referral.events.market import (
    InvitationQuestionAnswered,
    PackWithdrawn,
    ReferralAmended,
    ResponseDeadlineExtended,
    TelephoneContactRecorded,
)
from domain.referral.events.search import ReferralPublished
from domain.referral.events.taking_back import AnswerTakenBack
from domain.shared.messages import Event
from domain.shared.vocabulary import ProviderId

SHARED: Final[frozenset[type[Event]]] = frozenset(
    {
        ReferralPublished,
        ReferralAmended,
        ResponseDeadlineExtended,
        PackWithdrawn,
        PreferredOfferDeselected,
        ReferralWithdrawn,
        ReferralClosedUnfilled,
        ReferralFulfilled,
    }
)
"""What concerns every invitation without naming any provider."""


COUNCILS_OWN: Final[frozenset[type[Event]]] = frozenset(
    {
        DirectAwardMade,
        OfferScored,
        OfferModerated,
        SuitabilityJudged,
        OfferShortlisted,
        RelationshipDeclared,
        StayJoined,
        TelephoneContactRecorded,
    }
)
"""What the council notes for itself must not show, not even as a number."""


def concerns(event: ReferralEvent, provider_id: ProviderId) -> bool:
    kind = type(event)  # looked up, for a search has thousands of events and hundreds of readers
    if kind in COUNCILS_OWN:
        return False
    if kind in SHARED:
        return True
    if isinstance(event, PackReleased):
        return provider_id in event.providers
    if isinstance(event, AnswerTakenBack):
        return provider_id in event.shown_to
    if isinstance(event, InvitationQuestionAnswered) and provider_id in event.not_shown_to:
        return False
    to_all = isinstance(event, InvitationQuestionAnswered) and event.to_all
    return to_all or provider_of(event) == provider_id


def provider_of(event: Any) -> ProviderId | None:
    named: ProviderId | None = getattr(event, "provider_id", None)
    return named


def counted(before: OwnInvitation, after: OwnInvitation, event: ReferralEvent) -> OwnInvitation:
    # What others' offers went through must not show, not even as a number.
    touched = provider_of(event) is not None or after != before
    return replace(after, version=before.version + touched)
