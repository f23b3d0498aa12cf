"""Every part of a search's view can be made of any event that it is made from.

A view that takes over an event's fields breaks, when it is read, once the event gains one
that it has no room for; these find it when it is written.
"""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from application.referral import (
    view_of_answers,
    view_of_in_house,
    view_of_market,
    view_of_request,
    view_of_triage,
)
from application.referral.invitation import OfferStatus, OwnInvitation, OwnOffer
from application.referral.told import Told
from domain.referral.chronology import ProviderStanding
from domain.referral.events import (
    ExternalSearchApproved,
    InHouseBypassApproved,
    InHouseMatchFound,
    InHouseSearchExhausted,
    LateOfferReceived,
    OfferSubmitted,
    PreferredOfferSelected,
    ProviderInvited,
    QuestionAsked,
    ReferralAccepted,
    ReferralDrafted,
    ReferralPublished,
    ReferralReturned,
    ReferralSubmitted,
)
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
    return view_of_answers.invitations(told, {asked.event.provider_id: own})


def offered(told: Told) -> object:
    (sent,) = told
    assert isinstance(sent.event, OfferSubmitted | LateOfferReceived)
    held = OwnOffer(offer=sent.event.offer, received_at=sent.event.at, status=OfferStatus.OPEN)
    own: Any = type("Own", (), {"offer": held, "offers_before": ()})
    return view_of_answers.offers(told, {sent.event.provider_id: own})


def requested(told: Told) -> object:
    (drafted,) = told
    assert isinstance(drafted.event, ReferralDrafted)
    return view_of_triage.request(drafted.event, told)


SHOWN: Sequence[tuple[type[Event], Callable[[Any], object]]] = [
    (ReferralDrafted, requested),
    (ReferralSubmitted, view_of_request.submission),
    (ReferralAccepted, view_of_request.acceptance),
    (ExternalSearchApproved, view_of_request.approval),
    (ReferralReturned, view_of_triage.returns),
    (QuestionAsked, view_of_triage.questions),
    (InHouseSearchExhausted, view_of_in_house.in_house),
    (InHouseMatchFound, view_of_in_house.in_house_match),
    (InHouseBypassApproved, view_of_in_house.in_house_bypass),
    (ReferralPublished, view_of_market.publication),
    (ProviderInvited, invited),
    (OfferSubmitted, offered),
    (LateOfferReceived, offered),
    (PreferredOfferSelected, view_of_answers.choice),
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
