"""A provider answers for the offer that the council wrote down for it at night."""

from datetime import timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.codes import DeselectionReason, OfferWithdrawalReason
from domain.referral.commands.offers import AnswerEntered
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.offers import (
    EnteredOfferConfirmed,
    EnteredOfferDenied,
    OfferWithdrawn,
)
from domain.referral.offer import Entered
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.vocabulary import PlacementId, Subject
from tests.support.referrals import (
    ASH,
    DEADLINE,
    ELM,
    NOW,
    OAK,
    REFERRAL,
    offer_of,
    offered,
    select,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
SAID = Entered(said_by="The manager on call", said_at=NOW, by=Subject("olly"))
NIGHT = [
    *until_published(OAK, ELM, emergency=True),
    offered().model_copy(update={"entered": SAID}),
    offered(ELM),
]
LATER = DEADLINE + timedelta(hours=9)
THEIRS = Subject("oak-manager")
OF_OAK: dict[str, Any] = {"offer_id": offer_of(OAK), "provider_id": OAK, "at": LATER, "by": THEIRS}
DENIED = EnteredOfferDenied(**OF_OAK, text="We said maybe.")
GONE = OfferWithdrawn(**OF_OAK, reason=OfferWithdrawalReason.NEVER_MADE, text=None)


def say(*, ours: bool, **changed: Any) -> AnswerEntered:
    plain: dict[str, Any] = {
        "provider_id": OAK,
        "ours": ours,
        "text": None if ours else "We said maybe.",
        "bound": False,
        "at": LATER,
        "by": THEIRS,
    }
    return AnswerEntered(**plain | changed)


night = case.given(*NIGHT)
chosen = [
    *NIGHT,
    *referral.decider.decide(
        referral.decider.replay(NIGHT), select(others_not_chosen={offer_of(ELM): "Further."})
    ),
]


@pytest.mark.covers("R-176", "R-125")
def test_a_provider_owns_to_what_was_written_down_for_it_once() -> None:
    confirmed = EnteredOfferConfirmed(**OF_OAK)
    night.when(say(ours=True)).then(confirmed)
    case.given(*NIGHT, confirmed).when(say(ours=False)).then_refused(WrongState)
    case.given(*chosen).when(say(ours=True)).then(confirmed)
    night.when(say(ours=True, provider_id=ELM)).then_refused(WrongState)
    night.when(say(ours=True, provider_id=ASH)).then_refused(NotFound)


@pytest.mark.covers("R-176")
def test_what_it_denies_stands_no_more_and_is_chosen_by_nobody() -> None:
    night.when(say(ours=False)).then(DENIED, GONE)
    night.when(say(ours=False, text=" ")).then_refused(MissingInformation)
    at_once = select(now=LATER, others_not_chosen={offer_of(ELM): "Further."})
    case.given(*NIGHT, DENIED, GONE).when(at_once).then_refused(WrongState)


@pytest.mark.covers("R-176", "R-104")
def test_what_was_chosen_by_then_is_a_breach_and_let_go_where_nobody_lives_by_it() -> None:
    denied, gone, let_go = referral.decider.decide(referral.decider.replay(chosen), say(ours=False))
    assert isinstance(denied, EnteredOfferDenied)
    assert [each.code for each in denied.breaches] == ["ENTERED_OFFER_DENIED"]
    assert gone == GONE
    assert let_go == PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.PROVIDER_WITHDREW, by=THEIRS
    )
    lives_there = ReferralFulfilled(
        placement_id=PlacementId(REFERRAL), offer_id=offer_of(OAK), at=LATER
    )
    case.given(*chosen, lives_there).when(say(ours=False)).then(denied)
    case.given(*chosen).when(say(ours=False, bound=True)).then(denied)
