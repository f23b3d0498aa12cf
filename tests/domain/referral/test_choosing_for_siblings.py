"""An offer is preferred for brothers and sisters; none is parted without a reason approved."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from domain import referral
from domain.referral.approvals import numbered
from domain.referral.clocks import clocks
from domain.referral.codes import DeselectionReason
from domain.referral.commands.choice import DeselectPreferred, SelectPreferredOffer
from domain.referral.commands.ending import FulfilReferral
from domain.referral.commands.siblings import ApproveSiblingSplit, RecordSiblingLeft
from domain.referral.commands.spoken import DenySpoken
from domain.referral.errors import (
    FundingNotAuthorised,
    SiblingsMismatch,
    SiblingSplitNotApproved,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import ResponsesClosed
from domain.referral.events.choice import (
    PreferredOfferDeselected,
    PreferredOfferSelected,
    SiblingChosen,
)
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.siblings import (
    LeftBecause,
    Parted,
    SearchNarrowed,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.siblings import ForSiblings, SiblingAsked
from domain.referral.spoken import SpokenAct
from domain.referral.stages import Evaluating, Fulfilled, Stage
from domain.shared.clock_catalogue import C_FUND_RETRO
from domain.shared.errors import ConflictOfInterest, MissingInformation, WrongState
from domain.shared.vocabulary import CaseId, PlacementId, ReferralId, Subject
from tests.domain.referral.test_offers_for_siblings import (
    ANNEX,
    SPLIT,
    THREE,
    TOGETHER,
    TWO,
    for_three,
    published,
)
from tests.support.clocks import TERMS
from tests.support.referrals import (
    BORN,
    BROKER,
    CASE,
    CASEWORKER,
    HEAD,
    MANAGER,
    NEEDED,
    OAK,
    heard,
    home,
    offer_of,
    offered,
    recorded,
    select,
    selected,
    setting_of,
    until_evaluating,
)
from tests.support.scenario import Case

OTHER = ReferralId(UUID(int=9))
CASES = (CASE, *THREE)
CARELINE = Subject("olly")

case = Case(referral.decider)


def evaluating(siblings: ForSiblings) -> list[ReferralEvent]:
    of = offered().model_copy(update={"offer": for_three(siblings)})
    return [*published(), of, ResponsesClosed()]


def choose(siblings: ForSiblings, sought: Sequence[int] = (1, 2, 3)) -> SelectPreferredOffer:
    homes = for_three(siblings).homes_for(sought)
    asked = tuple(
        SiblingAsked(
            number=number,
            born_on=BORN,
            home=home(OAK, setting_id=homes[number]) if number in homes else None,
        )
        for number in sought
    )
    left = any(number not in homes for number in sought)
    return select().model_copy(update={"siblings": asked, "successor_id": OTHER if left else None})


def chosen(siblings: ForSiblings, *children: int) -> PreferredOfferSelected:
    homes = for_three(siblings).homes_for(children)
    told = tuple(
        SiblingChosen(child=number, setting_id=homes[number], age_in_years=16)
        for number in children
    )
    where = None if siblings is SPLIT else setting_of(OAK)
    return selected().model_copy(update={"siblings": told, "setting_id": where})


def parted(*children: int, text: str = "No home takes three.") -> tuple[Parted, ...]:
    return tuple(Parted(child=n, reason="no_home_for_all", text=text) for n in children)


def may_part(*children: int) -> SiblingSplitApproved:
    return SiblingSplitApproved(parted=parted(*children), by=MANAGER)


def left(*children: int) -> SearchNarrowed:
    return SearchNarrowed(children=children, because=LeftBecause.PARTED, successor_id=OTHER)


def started(number: int) -> FulfilReferral:
    case_id = CaseId(CASES[number - 1])
    return FulfilReferral(placement_id=placement(number), at=NEEDED, case_id=case_id)


def placement(number: int) -> PlacementId:
    return PlacementId(UUID(int=900 + number))


def moved_in(number: int) -> SiblingMovedIn:
    return SiblingMovedIn(
        child=number, placement_id=placement(number), offer_id=offer_of(OAK), at=NEEDED
    )


def test_an_offer_for_all_together_needs_no_approval() -> None:
    case.given(*evaluating(TOGETHER)).when(choose(TOGETHER)).then(chosen(TOGETHER, 1, 2, 3))


@pytest.mark.covers("R-57")
@pytest.mark.parametrize("approved", [(), (1,), (3,)])
def test_an_offer_for_two_of_three_is_not_preferred_without_a_reason_for_the_third(
    approved: tuple[int, ...],
) -> None:
    history = [*evaluating(TWO), *([may_part(*approved)] if approved else [])]
    case.given(*history).when(choose(TWO)).then_refused(SiblingSplitNotApproved)


@pytest.mark.covers("R-57")
def test_with_it_the_third_is_looked_for_in_a_search_of_its_own() -> None:
    case.given(*evaluating(TWO), may_part(2)).when(choose(TWO)).then(chosen(TWO, 1, 3), left(2))


def test_in_a_split_those_outside_the_fuller_home_are_parted() -> None:
    history = evaluating(SPLIT)
    with pytest.raises(SiblingSplitNotApproved) as refusal:
        referral.decider.decide(referral.decider.replay(history), choose(SPLIT))
    assert refusal.value.details["children"] == ["1"]
    case.given(*history, may_part(1)).when(choose(SPLIT)).then(chosen(SPLIT, 1, 2, 3))
    assert [each.setting_id for each in chosen(SPLIT, 1, 2, 3).siblings] == [
        setting_of(OAK),
        ANNEX,
        ANNEX,
    ]


def test_whoever_asked_for_the_home_does_not_approve_that_they_are_parted() -> None:
    asked = ApproveSiblingSplit(parted=parted(3), by=CASEWORKER)
    case.given(*evaluating(TWO)).when(asked).then_refused(ConflictOfInterest)


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        (parted(), MissingInformation),
        (parted(3, text=" "), MissingInformation),
        (parted(4), SiblingsMismatch),
        (parted(3, 3), SiblingsMismatch),
    ],
)
def test_each_who_is_parted_is_of_the_group_and_has_a_reason(
    asked: tuple[Parted, ...], refusal: type[WrongState]
) -> None:
    command = ApproveSiblingSplit(parted=asked, by=MANAGER)
    case.given(*evaluating(TWO)).when(command).then_refused(refusal)


@pytest.mark.covers("R-118", "R-57", "R-104")
def test_in_an_emergency_a_manager_lets_them_part_by_telephone_and_owns_to_it() -> None:
    first, *rest = evaluating(TWO)
    tonight = [first.model_copy(update={"emergency": True}), *rest]
    night = case.given(*tonight)
    hers = heard(CARELINE)
    asked = ApproveSiblingSplit(parted=parted(2), by=MANAGER, spoken=hers)
    approved = may_part(2).model_copy(update={"spoken": hers.word})

    night.when(asked).then(approved)
    (word,) = [each for _, each in numbered(list(recorded([*tonight, approved])))]
    assert (word.act, word.officer, word.is_open) == (SpokenAct.SIBLING_SPLIT, MANAGER, True)
    case.given(*tonight, approved).when(choose(TWO)).then(chosen(TWO, 1, 3), left(2))

    case.given(*evaluating(TWO)).when(asked).then_refused(WrongState)
    own = asked.model_copy(update={"spoken": heard(MANAGER)})
    night.when(own).then_refused(ConflictOfInterest)
    night.when(asked.model_copy(update={"by": CASEWORKER})).then_refused(ConflictOfInterest)
    chooses = choose(TWO).model_copy(update={"by": MANAGER, "spoken": hers})
    case.given(*tonight, approved).when(chooses).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-169", "R-104", "R-118")
def test_a_word_that_the_manager_denies_parts_nobody_from_then_on() -> None:
    first, *rest = evaluating(TWO)
    hers = heard(CARELINE)
    said = may_part(2).model_copy(update={"spoken": hers.word})
    tonight = [first.model_copy(update={"emergency": True}), *rest, said]
    denies = DenySpoken(number=1, text="I never said so.", by=MANAGER)
    denied = [*tonight, *referral.decider.decide(referral.decider.replay(tonight), denies)]

    case.given(*denied).when(choose(TWO)).then_refused(SiblingSplitNotApproved)
    once_more = ApproveSiblingSplit(parted=parted(2), by=MANAGER, spoken=hers)
    case.given(*denied).when(once_more).then_refused(WrongState)
    in_person = ApproveSiblingSplit(parted=parted(2), by=MANAGER)
    case.given(*denied).when(in_person).then(may_part(2))
    case.given(*denied, may_part(2)).when(choose(TWO)).then(chosen(TWO, 1, 3), left(2))
    before = [*denied[:-1], may_part(2), denied[-1]]
    case.given(*before).when(choose(TWO)).then(chosen(TWO, 1, 3), left(2))


def test_one_child_alone_is_not_parted() -> None:
    command = ApproveSiblingSplit(parted=parted(1), by=MANAGER)
    case.given(*until_evaluating()).when(command).then_refused(SiblingsMismatch)


def test_a_manager_approves_it_before_the_choice_and_not_after() -> None:
    command = ApproveSiblingSplit(parted=parted(2), by=MANAGER)
    case.given(*evaluating(TWO)).when(command).then(may_part(2))
    after = [*evaluating(TWO), may_part(2), chosen(TWO, 1, 3)]
    case.given(*after).when(command).then_refused(WrongState)


@pytest.mark.covers("R-57")
def test_the_search_is_fulfilled_when_the_last_child_has_moved_in() -> None:
    broken = FundingNotAuthorised
    history: list[ReferralEvent] = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3)]
    for number in (2, 1):
        (told,) = referral.decider.decide(referral.decider.replay(history), started(number))
        assert isinstance(told, SiblingMovedIn)
        assert [breach.code for breach in told.breaches] == [broken.code]
        history.append(told)
        case.given(*history).when(started(number)).then()

    third, over = referral.decider.decide(referral.decider.replay(history), started(3))

    assert (third.stored_as, over) == (
        "referral.sibling_moved_in.v1",
        ReferralFulfilled(placement_id=placement(3), offer_id=offer_of(OAK), at=NEEDED),
    )
    state = referral.decider.replay([*history, third, over])
    assert isinstance(state, Fulfilled)


def test_whoever_was_parted_is_not_waited_for() -> None:
    history = [*evaluating(TWO), may_part(2), chosen(TWO, 1, 3), left(2), moved_in(1)]
    case.given(*history).when(started(2)).then()
    told = referral.decider.decide(referral.decider.replay(history), started(3))
    assert isinstance(told[-1], ReferralFulfilled)


@pytest.mark.covers("R-57")
def test_an_offer_let_go_after_one_moved_in_leaves_that_child_and_seeks_the_others() -> None:
    history = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3), moved_in(2)]
    stays = SearchNarrowed(children=(2,), because=LeftBecause.MOVED_IN, successor_id=None)
    gone = PreferredOfferDeselected(
        offer_id=offer_of(OAK), reason=DeselectionReason.CHILD_REFUSED, by=BROKER
    )
    command = DeselectPreferred(reason=DeselectionReason.CHILD_REFUSED, by=BROKER)
    case.given(*history).when(command).then(gone, stays)

    state = referral.decider.replay([*history, gone, stays])
    assert isinstance(state, Evaluating)
    assert list(state.facts.children.sought) == [1, 3]
    again = choose(TOGETHER, (1, 3))
    case.given(*history, gone, stays).when(again).then(chosen(TOGETHER, 1, 3))


def test_an_offer_for_those_who_have_left_takes_nobody() -> None:
    only = ForSiblings(extent=TWO.extent, children=(2,))
    of = offered().model_copy(update={"offer": for_three(only)})
    history = [*published(), of, ResponsesClosed(), left(2)]
    case.given(*history).when(choose(only, (1, 3))).then_refused(WrongState)


def test_a_numbers_meaning_never_changes() -> None:
    state = referral.decider.replay([*evaluating(TWO), may_part(2), chosen(TWO, 1, 3), left(2)])
    assert isinstance(state, Stage)
    assert state.facts.children.sought == {1: CASE, 3: THREE[1]}
    assert HEAD not in state.facts.children.may_part.values()


@pytest.mark.covers("R-57")
def test_money_that_runs_late_is_counted_from_the_first_who_moved_in() -> None:
    history: list[ReferralEvent] = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3)]
    for number, day in ((1, NEEDED), (2, NEEDED + timedelta(days=2))):
        told = started(number).model_copy(update={"at": day})
        history += referral.decider.decide(referral.decider.replay(history), told)

    (retro,) = [
        clock for clock in clocks(list(recorded(history)), TERMS) if clock.code == C_FUND_RETRO
    ]
    assert retro.anchored_at == NEEDED


def leaves(number: int) -> RecordSiblingLeft:
    case_id = CaseId(CASES[number - 1])
    return RecordSiblingLeft(case_id=case_id, placement_id=placement(number), at=NEEDED)


def gone(number: int, *staying: int) -> SiblingLeft:
    return SiblingLeft(child=number, placement_id=placement(number), at=NEEDED, staying=staying)


@pytest.mark.covers("6-68")
def test_whoever_leaves_is_said_once_with_who_stays() -> None:
    history = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3), *map(moved_in, (1, 2, 3))]
    over = ReferralFulfilled(placement_id=placement(3), offer_id=offer_of(OAK), at=NEEDED)
    for told in (history, [*history, over]):
        case.given(*told).when(leaves(2)).then(gone(2, 1, 3))
        case.given(*told, gone(2, 1, 3)).when(leaves(2)).then()
        case.given(*told, gone(2, 1, 3)).when(leaves(1)).then(gone(1, 3))


def test_who_never_moved_in_leaves_nobody() -> None:
    history = [*evaluating(TOGETHER), chosen(TOGETHER, 1, 2, 3), moved_in(1)]
    case.given(*history).when(leaves(2)).then()
    case.given(*history).when(leaves(1)).then(gone(1))
