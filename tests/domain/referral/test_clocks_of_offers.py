"""How long an offer is held open, as a deadline."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest

from domain.referral import ReferralEvent
from domain.referral.clocks.offers import clocks_of_offers
from domain.referral.codes import OfferWithdrawalReason
from domain.referral.events.answers import OfferAmended
from domain.referral.events.offers import LateOfferAdmitted, OfferWithdrawn
from domain.shared.clocks import Clock, Outcome
from domain.shared.vocabulary import Subject
from tests.support.referrals import (
    ELM,
    NOW,
    OAK,
    invitation_of,
    late_offer,
    offer,
    offer_of,
    offered,
    recorded,
    until_published,
)

UNTIL = datetime(2026, 3, 31, 22, 59, 59, tzinfo=UTC)


def of_offers(*history: ReferralEvent) -> Sequence[Clock]:
    return clocks_of_offers(recorded([*until_published(OAK, ELM), *history]))


@pytest.mark.covers("R-74", "C-OFFER")
def test_an_offer_is_held_open_to_the_last_second_of_its_day_and_longer_if_changed() -> None:
    (clock,) = of_offers(offered(OAK))
    assert (clock.due.at, clock.outcome) == (UNTIL, Outcome.RUNNING)

    longer = OfferAmended(
        invitation_id=invitation_of(OAK),
        provider_id=OAK,
        at=NOW,
        offer=offer(OAK, open_until=date(2026, 4, 1)),
    )
    (moved,) = of_offers(offered(OAK), longer)
    assert (moved.key, moved.due.at) == (clock.key, UNTIL + timedelta(days=1))


@pytest.mark.covers("R-74", "C-OFFER")
def test_an_offer_taken_back_has_no_deadline_and_a_late_one_none_until_admitted() -> None:
    back = OfferWithdrawn(
        offer_id=offer_of(OAK),
        provider_id=OAK,
        reason=OfferWithdrawalReason.STAFFING,
        text=None,
        at=NOW,
        by=Subject("user"),
    )
    (stopped,) = of_offers(offered(OAK), back)
    assert stopped.outcome is Outcome.STOPPED

    assert of_offers(late_offer(ELM)) == []
    admitted = LateOfferAdmitted(
        offer_id=offer_of(ELM), provider_id=ELM, reason="An outage.", by=Subject("manager")
    )
    assert len(of_offers(late_offer(ELM), admitted)) == 1
