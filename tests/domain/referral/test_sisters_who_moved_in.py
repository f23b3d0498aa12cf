"""Sisters who live already in the home that offered for both are joined to it without a choice."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from domain import referral
from domain.referral.chronology import StageName, WaitsFor, stages, waits
from domain.referral.errors import SiblingSplitNotApproved
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.funding import FundingRequested
from domain.referral.events.housed import PlacementJoined
from domain.referral.events.siblings import Parted, SiblingLeft, SiblingSplitApproved
from domain.referral.siblings import SiblingAsked
from domain.shared.vocabulary import PlacementId
from tests.support.housed import ALL_TOGETHER, LEFT_AT, LET_GO, PLACEMENT, SISTER, joined, sisters
from tests.support.referrals import (
    BORN,
    BROKER,
    CASE,
    ELM,
    MANAGER,
    OAK,
    home,
    offer,
    offer_of,
    offered,
    plan,
    recorded,
    select,
    setting_of,
    silent,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)


def stage_of(history: Sequence[ReferralEvent]) -> StageName:
    return stages(list(recorded(history, timedelta(hours=3))))[-1].stage


@pytest.mark.covers("R-120", "R-175")
def test_a_home_that_is_joined_without_a_choice_is_preferred_from_when_they_moved_in() -> None:
    closed: list[ReferralEvent] = [silent(ELM), ResponsesClosed()]
    history: list[ReferralEvent] = [*sisters(), *closed]
    first = joined(history, living_there=(CASE, SISTER))
    whole = [*history, *first]
    assert stage_of(whole) is StageName.PREFERRED
    assert (
        waits(list(recorded(whole, timedelta(hours=3))))[-1].waits_for is WaitsFor.FUNDING_REQUEST
    )
    let_go = referral.decider.decide(referral.decider.replay(whole), LET_GO)
    assert stage_of([*whole, *let_go]) is StageName.EVALUATING
    asked = FundingRequested(offer_id=offer_of(OAK), plan=plan(), by=BROKER)
    assert stage_of([*whole, asked]) is StageName.AWAITING_FUNDING


@pytest.mark.covers("R-175", "R-57", "R-120")
def test_who_was_not_joined_lives_apart_from_her_sister_with_a_managers_approval_only() -> None:
    elm = offered(ELM).model_copy(update={"offer": offer(ELM, siblings=ALL_TOGETHER)})
    history = [*sisters(), elm, silent(ELM), ResponsesClosed()]
    history += joined(history, living_there=(CASE, SISTER))
    history += referral.decider.decide(referral.decider.replay(history), LET_GO)
    two = SiblingAsked(number=2, born_on=BORN, home=home(ELM))
    apart = select(ELM).model_copy(
        update={"siblings": (two,), "others_not_chosen": {offer_of(OAK): "She left."}}
    )
    case.given(*history).when(apart).then_refused(SiblingSplitNotApproved)
    to_her = select(OAK).model_copy(
        update={
            "siblings": (two.model_copy(update={"home": home(OAK)}),),
            "others_not_chosen": {offer_of(ELM): "Her sister is here."},
        }
    )
    assert referral.decider.decide(referral.decider.replay(history), to_her)
    why = (Parted(child=2, reason="no_home_for_all", text="She cannot bear it there."),)
    let_part = SiblingSplitApproved(parted=why, by=MANAGER)
    assert referral.decider.decide(referral.decider.replay([*history, let_part]), apart)
    gone = SiblingLeft(child=1, placement_id=PLACEMENT, at=LEFT_AT, staying=())
    assert referral.decider.decide(referral.decider.replay([*history, gone]), apart)


@pytest.mark.covers("R-175", "R-105")
def test_a_sister_who_is_joined_elsewhere_is_a_breach_of_it() -> None:
    elm = offered(ELM).model_copy(update={"offer": offer(ELM, siblings=ALL_TOGETHER)})
    history = [*sisters(), elm]
    history += joined(history, living_there=(CASE, SISTER))
    history += referral.decider.decide(referral.decider.replay(history), LET_GO)
    there: dict[str, Any] = {
        "case_id": SISTER,
        "placement_id": PlacementId(CASE),
        "setting_id": setting_of(ELM),
        "home": home(ELM),
        "offer_id": offer_of(ELM),
        "living_there": (SISTER,),
    }
    told, *_ = joined(history, **there)
    assert isinstance(told, PlacementJoined)
    assert [each.code for each in told.breaches] == ["SIBLING_SPLIT_NOT_APPROVED"]


def test_a_search_that_is_over_as_its_child_is_joined_was_never_preferred() -> None:
    history = [*until_published(OAK), offered()]
    whole = list(recorded([*history, *joined(history)], timedelta(hours=3)))
    held = [each.stage for each in stages(whole)]
    assert (held[-1], StageName.PREFERRED in held) == (StageName.FULFILLED, False)
