"""Every part of a search's view can be made of any event that it is made from.

A view that takes over an event's fields breaks, when it is read, once the event gains one
that it has no room for; these find it when it is written.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.referral.invitation import OfferStatus, OwnInvitation, OwnOffer
from application.referral.told import Told
from application.referral.view import (
    choice,
    in_house,
    invitations,
    offers,
    packs,
    request,
    submission,
    triage,
)
from domain.referral.chronology import ProviderStanding
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.in_house import InHouseBypassApproved, InHouseMatchFound
from domain.referral.events.request import ReferralAccepted, ReferralDrafted, ReferralSubmitted
from domain.referral.events.search import (
    ExternalSearchApproved,
    InHouseSearchExhausted,
    ProviderInvited,
    ReferralPublished,
)
from domain.referral.events.triage import QuestionAsked, ReferralReturned
from domain.shared.messages import Event
from tests.support.events import events_of
from tests.support.referrals import recorded


def invited(told: Told) -> object:
    """Whatever came of it."""
    (asked,) = told
    assert isinstance(asked.event, ProviderInvited)
    own = OwnInvitation(
        invited=asked.event, pack=None, sha256=None, standing=ProviderStanding.INVITED
    )
    return invitations.invitations(told, {asked.event.provider_id: own})


def offered(told: Told) -> object:
    (sent,) = told
    assert isinstance(sent.event, OfferSubmitted | LateOfferReceived)
    held = OwnOffer(offer=sent.event.offer, received_at=sent.event.at, status=OfferStatus.OPEN)
    own: Any = type("Own", (), {"offer": held, "offers_before": ()})
    return offers.offers(told, {sent.event.provider_id: own})


def requested(told: Told) -> object:
    (drafted,) = told
    assert isinstance(drafted.event, ReferralDrafted)
    return request.request(drafted.event, told)


SHOWN: Sequence[tuple[type[Event], Callable[[Any], object]]] = [
    (ReferralDrafted, requested),
    (ReferralSubmitted, submission.submission),
    (ReferralAccepted, submission.acceptance),
    (ExternalSearchApproved, submission.approval),
    (ReferralReturned, triage.returns),
    (QuestionAsked, triage.questions),
    (InHouseSearchExhausted, in_house.in_house),
    (InHouseMatchFound, in_house.in_house_match),
    (InHouseBypassApproved, in_house.in_house_bypass),
    (ReferralPublished, packs.publication),
    (ProviderInvited, invited),
    (OfferSubmitted, offered),
    (LateOfferReceived, offered),
    (PreferredOfferSelected, choice.choice),
]
"""What is shown of one event with nothing before it."""


@pytest.mark.parametrize(("kind", "part"), SHOWN, ids=[kind.__name__ for kind, _ in SHOWN])
@given(data=st.data())
@settings(max_examples=8)
def test_what_is_shown_of_an_event_has_room_for_all_that_it_says(
    kind: type[Any], part: Callable[[Told], object], data: st.DataObject
) -> None:
    event = data.draw(events_of(kind))
    assert part(list(recorded([event])))
