"""A home that is chosen is told no more of a child who lives in another since (R-105)."""

from typing import Any
from uuid import UUID

import pytest

from domain import referral
from domain.referral.codes import DeselectionReason
from domain.referral.commands.emergency import SupplyInformation
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.housed import ChildHoused
from domain.referral.sections import SectionName
from domain.shared.errors import WrongState
from domain.shared.vocabulary import PlacementId, ProviderId, SettingId
from tests.domain.referral.test_in_an_emergency import chosen_in_an_emergency
from tests.support.disclosure import SOON, name_in_minimum, release_full
from tests.support.referrals import (
    BROKER,
    ELM,
    OAK,
    offer_of,
    selected,
    setting_of,
    until_authorised,
    until_evaluating,
)

NIGHT = chosen_in_an_emergency()
PART = SupplyInformation(sections={SectionName.HISTORY: "Two homes."}, now=SOON, by=BROKER)
TOLD_MORE = [(NIGHT, PART), (NIGHT, name_in_minimum()), (until_authorised(), release_full())]


def lives_at(home: ProviderId | None) -> ReferralEvent:
    """Moved in by a start that no search led to; where was not noted at first."""
    at: SettingId | None = None if home is None else setting_of(home)
    return ChildHoused(child=1, placement_id=PlacementId(UUID(int=7)), setting_id=at, at=SOON)


def asked(history: Any, command: Any, *since: ReferralEvent) -> Any:
    return referral.decider.decide(referral.decider.replay([*history, *since]), command)


@pytest.mark.covers("R-105", "R-70", "R-100")
@pytest.mark.parametrize(("chosen", "tell"), TOLD_MORE)
def test_the_chosen_home_is_told_only_while_the_child_is_to_come_to_it(
    chosen: Any, tell: Any
) -> None:
    assert asked(chosen, tell)
    for elsewhere in (lives_at(ELM), lives_at(None)):
        with pytest.raises(WrongState, match=r"let the choice go.*join its placement"):
            asked(chosen, tell, elsewhere)
    assert asked(chosen, tell, lives_at(OAK))
    assert asked(chosen, tell, lives_at(ELM), lives_at(OAK))


@pytest.mark.covers("R-105")
def test_who_chooses_anew_knows_where_the_child_lives() -> None:
    let_go = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )
    assert asked(NIGHT, PART, lives_at(ELM), let_go, selected())


@pytest.mark.covers("R-105")
@pytest.mark.parametrize("tell", [PART, name_in_minimum(), release_full()])
def test_with_nothing_chosen_it_is_said_how_the_home_comes_to_be_told(tell: Any) -> None:
    evaluating = until_evaluating(OAK)
    with pytest.raises(WrongState, match="is not possible"):
        asked(evaluating, tell)
    with pytest.raises(WrongState, match="join its placement"):
        asked(evaluating, tell, lives_at(OAK))
