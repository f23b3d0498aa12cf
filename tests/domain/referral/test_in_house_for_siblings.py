"""Homes of the council's own are taken for brothers and sisters, parted only if approved."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain import referral
from domain.referral.commands.ending import FulfilReferral
from domain.referral.commands.in_house import RecordInHouseMatch
from domain.referral.errors import NotInHouse, SiblingsMismatch, SiblingSplitNotApproved
from domain.referral.events import ReferralEvent
from domain.referral.events.choice import SiblingChosen
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.in_house import InHouseMatchFound
from domain.referral.events.search import InHouseSearchStarted
from domain.referral.events.siblings import (
    LeftBecause,
    Parted,
    SearchNarrowed,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.siblings import ChildInHome, Extent, ForSiblings, SiblingAsked
from domain.shared.admission import AgeOutsideCategory
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import CaseId, PlacementId, ReferralId, SettingId
from tests.domain.referral.test_offers_for_siblings import THREE
from tests.support.in_house import MATCH, OWN, match, matched, own, release, released
from tests.support.referrals import (
    BORN,
    BROKER,
    CASE,
    MANAGER,
    NEEDED,
    OAK,
    accepted,
    drafted,
    home,
    until_submitted,
)
from tests.support.scenario import Case

OTHER = ReferralId(UUID(int=9))
SECOND = SettingId(UUID(int=602))
CASES = (CASE, *THREE)
ALL = (1, 2, 3)
TOGETHER = ForSiblings(extent=Extent.TOGETHER)
TWO = ForSiblings(extent=Extent.PARTIAL, children=(1, 3))
HOMES = {1: OWN, 2: SECOND, 3: OWN}
SPLIT = ForSiblings(
    extent=Extent.SPLIT,
    homes=tuple(ChildInHome(child=number, setting_id=where) for number, where in HOMES.items()),
)
LET_PART = SiblingSplitApproved(
    parted=(Parted(child=2, reason="no_home_for_all", text="No home takes three."),), by=MANAGER
)

case = Case(referral.decider)


def searching(*more: ReferralEvent) -> Sequence[ReferralEvent]:
    first, *others = until_submitted()
    assert first == drafted()
    group = drafted().model_copy(update={"siblings": THREE})
    return [group, *others, accepted(), InHouseSearchStarted(by=BROKER), *more]


def take(
    said: ForSiblings | None, homes: dict[int, SettingId], **changed: Any
) -> RecordInHouseMatch:
    asked = tuple(
        SiblingAsked(
            number=number,
            born_on=BORN,
            home=own(setting_id=homes[number]) if number in homes else None,
        )
        for number in ALL
    )
    plain: dict[str, Any] = {
        "for_siblings": said,
        "siblings": asked,
        "successor_id": None if set(homes) == set(ALL) else OTHER,
        "home": None if said is SPLIT else own(),
    }
    return match(**plain | changed)


def taken(homes: dict[int, SettingId]) -> InHouseMatchFound:
    told = tuple(
        SiblingChosen(child=number, setting_id=where, age_in_years=16)
        for number, where in homes.items()
    )
    return matched().model_copy(update={"siblings": told})


@pytest.mark.covers("2-039", "2-032", "R-56", "R-115")
def test_one_home_of_the_councils_own_is_taken_for_all_of_them() -> None:
    together = dict.fromkeys(ALL, OWN)
    case.given(*searching()).when(take(TOGETHER, together)).then(taken(together))


@pytest.mark.covers("R-115")
def test_a_match_says_whom_it_takes_and_contradicts_itself_in_nothing() -> None:
    together = dict.fromkeys(ALL, OWN)
    nobody = ForSiblings(extent=Extent.PARTIAL, children=(4,))
    case.given(*searching()).when(take(None, together)).then_refused(MissingInformation)
    nowhere = take(TOGETHER, {}, home=None)
    case.given(*searching()).when(nowhere).then_refused(MissingInformation)
    case.given(*searching()).when(take(nobody, {})).then_refused(SiblingsMismatch)
    case.given(*searching()).when(take(SPLIT, HOMES, home=own())).then_refused(SiblingsMismatch)


def test_one_child_alone_is_no_group() -> None:
    alone = [*until_submitted(), accepted(), InHouseSearchStarted(by=BROKER)]
    case.given(*alone).when(match(for_siblings=TOGETHER)).then_refused(SiblingsMismatch)
    case.given(*alone).when(match(home=None)).then_refused(MissingInformation)


@pytest.mark.covers("6-67", "R-57", "R-115")
def test_nobody_is_parted_in_house_without_an_approved_reason() -> None:
    two = {1: OWN, 3: OWN}
    case.given(*searching()).when(take(SPLIT, HOMES)).then_refused(SiblingSplitNotApproved)
    case.given(*searching()).when(take(TWO, two)).then_refused(SiblingSplitNotApproved)

    let_part = searching(LET_PART)
    case.given(*let_part).when(take(SPLIT, HOMES)).then(taken(HOMES))
    left = SearchNarrowed(children=(2,), because=LeftBecause.PARTED, successor_id=OTHER)
    case.given(*let_part).when(take(TWO, two)).then(taken(two), left)


@pytest.mark.covers("R-115")
def test_every_home_is_the_councils_own_and_admits_the_child_who_would_live_there() -> None:
    def put(**of_second: Any) -> RecordInHouseMatch:
        sent = take(SPLIT, HOMES)
        first, second, third = sent.siblings
        there = own(setting_id=SECOND, **of_second)
        return sent.model_copy(
            update={"siblings": (first, second.model_copy(update={"home": there}), third)}
        )

    bought = put(provider_id=home(OAK).provider_id)
    case.given(*searching(LET_PART)).when(bought).then_refused(NotInHouse)
    small = put(ages=AgeRange(first=8, before=12))
    case.given(*searching(LET_PART)).when(small).then_refused(AgeOutsideCategory)


def test_they_move_in_one_by_one_and_the_last_ends_the_search() -> None:
    together = dict.fromkeys(ALL, OWN)
    so_far = searching(taken(together))
    for number in ALL:
        command = moves_in(CASES[number - 1], NEEDED)
        moved = SiblingMovedIn(
            child=number,
            placement_id=command.placement_id,
            offer_id=MATCH,
            at=NEEDED,
            breaches=(),
            verbal_authority=None,
        )
        over = ReferralFulfilled(placement_id=command.placement_id, offer_id=MATCH, at=NEEDED)
        happened = [moved, over] if number == 3 else [moved]
        case.given(*so_far).when(command).then(*happened)
        so_far = [*so_far, *happened]


@pytest.mark.covers("R-115", "R-175")
def test_who_moved_in_stays_when_the_rest_of_the_match_is_let_go() -> None:
    together = dict.fromkeys(ALL, OWN)
    moved = SiblingMovedIn(
        child=2,
        placement_id=PlacementId(UUID(int=7)),
        offer_id=MATCH,
        at=NEEDED + timedelta(days=1),
        breaches=(),
        verbal_authority=None,
    )
    stays = SearchNarrowed(children=(2,), because=LeftBecause.MOVED_IN, successor_id=None)
    case.given(*searching(taken(together), moved)).when(release()).then(released(), stays)
    gone = searching(taken(together), moved, released(), stays)
    case.given(*gone).when(moves_in(CASES[0], NEEDED)).then_refused(WrongState)
    away = take(TOGETHER, dict.fromkeys(ALL, SECOND), home=own(setting_id=SECOND))
    case.given(*gone).when(away).then_refused(SiblingSplitNotApproved)
    back = take(TOGETHER, together)
    assert referral.decider.decide(referral.decider.replay(gone), back)


def moves_in(case_id: CaseId, on: date) -> FulfilReferral:
    return FulfilReferral(placement_id=PlacementId(UUID(int=7)), case_id=case_id, at=on)
