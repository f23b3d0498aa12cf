"""A placement that came from no search is joined to the one that it was for."""

from uuid import UUID

import pytest

from domain import placement
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import JoinSearch
from domain.placement.events import JoinedToSearch
from domain.placement.state import Begun
from domain.shared.clock_catalogue import C_NIGHTS_7
from domain.shared.errors import WrongState
from domain.shared.vocabulary import OfferId, ReferralId, Subject
from tests.support.clocks import TERMS
from tests.support.placements import ended, history, started
from tests.support.scenario import Case

case = Case(placement.decider)
SEARCH, OFFER = ReferralId(UUID(int=71)), OfferId(UUID(int=72))
TOLD = {
    "referral_id": SEARCH,
    "offer_id": OFFER,
    "lot": "2.1",
    "max_nights": 7,
    "by": Subject("broker"),
}
JOINED = JoinedToSearch(**TOLD)
WITH_NOTHING_PROPOSED = started()


@pytest.mark.covers("R-105")
def test_it_is_joined_once_whether_the_child_lives_there_still_or_not() -> None:
    case.given(WITH_NOTHING_PROPOSED).when(JoinSearch(**TOLD)).then(JOINED)
    case.given(WITH_NOTHING_PROPOSED, ended()).when(JoinSearch(**TOLD)).then(JOINED)
    case.given(WITH_NOTHING_PROPOSED, JOINED).when(JoinSearch(**TOLD)).then_refused(WrongState)


@pytest.mark.covers("R-105", "C-NIGHTS-7")
def test_its_lot_and_search_are_those_of_the_stay_from_then_on() -> None:
    told = history(WITH_NOTHING_PROPOSED, JOINED)
    state = placement.decider.replay([WITH_NOTHING_PROPOSED, JOINED])
    (stay,) = chronology(told).stays

    assert isinstance(state, Begun)
    arranged = state.particulars.arrangement
    assert (arranged.referral_id, arranged.offer_id, arranged.lot) == (SEARCH, OFFER, "2.1")
    assert (stay.referral_id, stay.offer_id, stay.lot) == (SEARCH, OFFER, "2.1")
    assert C_NIGHTS_7 in {each.code for each in clocks(told, TERMS)}
