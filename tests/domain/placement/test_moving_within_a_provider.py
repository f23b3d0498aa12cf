"""A provider moves a child to another of its homes: approved before, or a fact with a breach."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain import placement
from domain.placement.approving import ApprovalKind
from domain.placement.chronology import chronology
from domain.placement.commands import ApproveSettingChange, RecordSettingChange, VoidEnd
from domain.placement.errors import (
    DetailsMissing,
    KeyStage4NotApproved,
    OutOfAreaNotApproved,
    OverCapacity,
)
from domain.placement.events import (
    ApprovalGranted,
    PlacementEnded,
    SettingChangeApproved,
    SettingChanged,
)
from domain.placement.moves_made import homes
from domain.placement.new_home import NewHome
from domain.placement.schooling import KeyStage4
from domain.placement.state import Begun
from domain.shared.admission import LocationRisk, Registration, SettingNotOpen, UnregisteredAt16Or17
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.geography import ApprovalNeeded
from domain.shared.vocabulary import EventId, Locality, ProviderId, Provision, SettingId, Subject
from tests.support.placements import (
    BORN,
    BROKER,
    PROVIDER,
    SETTING,
    START,
    arrangement,
    correct_start,
    ended,
    history,
    home,
    prepared,
    record_end,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
OTHER, THIRD = SettingId(UUID(int=33)), SettingId(UUID(int=34))
ON = START + timedelta(days=20)
MANAGER_OF_THE_HOME = "Manager of the home"


def to(setting_id: SettingId = OTHER, **more: Any) -> NewHome:
    plain = {
        "setting_id": setting_id,
        "provider_id": PROVIDER,
        "provision": Provision.SUPPORTED_ACCOMMODATION,
        "distance_tenths": 12,
        "locality": Locality.IN_AREA,
    }
    return NewHome(**{**plain, **more})


GATES = {"born_on": BORN, "home": home(), "same_area": True, "by": BROKER}


def approve(**more: Any) -> ApproveSettingChange:
    said = {
        "to": to(),
        "from_": ON,
        "asked_by": MANAGER_OF_THE_HOME,
        "asked_on": ON - timedelta(days=7),
        "reason": "A room beside her key worker has come free.",
        "childs_views": "Nearer to Jo.",
        "iro_informed": True,
    }
    return ApproveSettingChange(**{**GATES, **said, **more})


def approved(**more: Any) -> SettingChangeApproved:
    said = {
        "to": to(),
        "from_": ON,
        "asked_by": MANAGER_OF_THE_HOME,
        "asked_on": ON - timedelta(days=7),
        "reason": "A room beside her key worker has come free.",
        "childs_views": "Nearer to Jo.",
        "iro_informed": True,
        "residents_weighed": False,
        "key_stage_4": None,
        "by": BROKER,
    }
    return SettingChangeApproved(**{**said, **more})


def move(at: date = ON, **more: Any) -> RecordSettingChange:
    return RecordSettingChange(**{**GATES, "to": to(), "at": at, **more})


def moved(at: date = ON, **more: Any) -> SettingChanged:
    told = {"was": SETTING, "to": to(), "same_area": True, "approval_needed": None, "by": BROKER}
    return SettingChanged(**{**told, "at": at, **more})


def broken_by(*given: placement.PlacementEvent, **more: Any) -> Sequence[str]:
    state = placement.decider.replay(given)
    (event,) = placement.decider.decide(state, move(**more))
    assert isinstance(event, SettingChanged)
    return [each.code for each in event.breaches]


def test_a_broker_approves_what_the_provider_asked_for() -> None:
    living = case.given(started())
    living.when(approve()).then(approved())
    living.when(approve(asked_by="BROKER")).then_refused(ConflictOfInterest)
    living.when(approve(asked_by=" ", reason="")).then_refused(DetailsMissing)


@pytest.mark.parametrize(
    ("shut", "refusal"),
    [
        ({"home": home(is_open=False)}, SettingNotOpen),
        ({"home": home(Registration.NONE)}, UnregisteredAt16Or17),
        ({"in_area_to_avoid": True}, LocationRisk),
        ({"over_capacity_nights": (ON,)}, OverCapacity),
        ({"approval_needed": ApprovalNeeded.NOMINATED_OFFICER}, OutOfAreaNotApproved),
        ({"key_stage_4": KeyStage4.DISRUPTED}, KeyStage4NotApproved),
    ],
)
def test_every_gate_of_the_new_home_refuses_and_a_move_all_the_same_breaks_it(
    shut: dict[str, Any], refusal: Any
) -> None:
    case.given(started()).when(approve(**shut)).then_refused(refusal)
    assert refusal.code in broken_by(started(), approved(), **shut)


@pytest.mark.covers("R-180")
def test_who_lives_there_and_school_are_weighed_before_it_is_approved() -> None:
    state = placement.decider.replay([started()])
    bare = approve(lived_in=True, of_key_stage_4=True, childs_views=" ", iro_informed=False)
    with pytest.raises(DetailsMissing) as refused:
        placement.decider.decide(state, bare)
    assert refused.value.details["missing"] == [
        "childs_views",
        "iro_informed",
        "residents_weighed",
        "key_stage_4",
    ]
    assert "IMPACT_NOT_ASSESSED" in broken_by(started(), lived_in=True)
    assert broken_by(started(), approved(residents_weighed=True), lived_in=True) == []


@pytest.mark.covers("R-180")
def test_another_providers_home_or_the_councils_own_is_another_placement() -> None:
    foreign = to(provider_id=ProviderId(UUID(int=44)))
    for command in (approve(to=foreign), move(to=foreign), approve(to=to(SETTING))):
        case.given(started()).when(command).then_refused(WrongState)
    own = started(where=arrangement(provider_id=None))
    case.given(own).when(move(to=to(provider_id=None))).then_refused(WrongState)
    case.given(*prepared()).when(approve()).then_refused(WrongState)


def test_an_approved_move_breaks_nothing() -> None:
    case.given(started(), approved()).when(move()).then(moved())


@pytest.mark.covers("6-52", "R-180")
def test_a_move_that_nobody_approved_is_a_fact_with_its_breach() -> None:
    assert broken_by(started()) == ["MOVE_NOT_APPROVED"]
    day_before = ON - timedelta(days=1)
    assert broken_by(started(), approved(), at=day_before) == ["MOVE_NOT_APPROVED"]
    assert broken_by(started(), approved(), to=to(THIRD)) == ["MOVE_NOT_APPROVED"]


def test_an_approval_is_for_one_move() -> None:
    back: dict[str, Any] = {"to": to(SETTING), "at": ON + timedelta(days=2)}
    again: dict[str, Any] = {"to": to(), "at": ON + timedelta(days=4)}
    twice = (started(), approved(), moved(), moved(was=OTHER, **back))
    assert broken_by(*twice, **again) == ["MOVE_NOT_APPROVED"]


@pytest.mark.covers("R-180")
def test_what_is_approved_of_where_the_old_home_lies_stands_in_its_district_alone() -> None:
    given = ApprovalGranted(
        kind=ApprovalKind.OUT_OF_AREA,
        emergency=False,
        outstanding=(),
        by=Subject("head"),
        role="nominated_officer",
    )
    needs = {"approval_needed": ApprovalNeeded.NOMINATED_OFFICER}
    living = (started(), given)
    case.given(*living).when(approve(**needs)).then(approved())
    elsewhere = approve(**needs, same_area=False)
    case.given(*living).when(elsewhere).then_refused(OutOfAreaNotApproved)
    assert broken_by(*living, approved(), **needs) == []
    assert broken_by(*living, approved(), **needs, same_area=False) == ["OUT_OF_AREA_NOT_APPROVED"]


def lived(*given: placement.PlacementEvent) -> Sequence[tuple[SettingId, Any, Any]]:
    """The homes of the chronology, which are those that deciding remembers."""
    state = placement.decider.replay(given)
    assert isinstance(state, Begun)
    stays = [(s.setting_id, s.since, s.until) for s in chronology(history(*given)).stays]
    assert stays == list(homes(state))
    return stays


@pytest.mark.covers("R-246")
def test_what_happened_before_a_move_is_told_late_and_never_refused() -> None:
    there, early = (started(), moved()), ON - timedelta(days=1)
    state = placement.decider.replay(there)

    (end,) = placement.decider.decide(state, record_end(early))
    assert isinstance(end, PlacementEnded)
    assert end.setting_id == SETTING, "it left the home in which it lived then"
    assert lived(*there, end) == [(SETTING, START, early)]

    (before,) = placement.decider.decide(state, move(early, to=to(THIRD)))
    assert isinstance(before, SettingChanged)
    assert before.was == SETTING
    assert lived(*there, before) == [
        (SETTING, START, early),
        (THIRD, early, ON),
        (OTHER, ON, None),
    ]
    now = placement.decider.replay([*there, before])
    assert isinstance(now, Begun)
    assert now.particulars.arrangement.setting_id == OTHER


@pytest.mark.covers("R-246")
def test_a_move_comes_back_once_there_was_no_such_end() -> None:
    told = (started(), moved(), ended(ON - timedelta(days=1)))
    state = placement.decider.replay(told)
    (void,) = placement.decider.decide(
        state,
        VoidEnd(
            corrects=EventId(UUID(int=3)),
            approved_by=BROKER,
            reason="She never left.",
            by=Subject("m"),
        ),
    )

    assert lived(*told) == [(SETTING, START, ON - timedelta(days=1))]
    assert lived(*told, void) == [(SETTING, START, ON), (OTHER, ON, None)]


@pytest.mark.covers("R-246")
def test_a_move_into_the_home_where_it_was_by_then_is_none() -> None:
    early = ON - timedelta(days=3)
    assert lived(started(), moved(), moved(early)) == [
        (SETTING, START, early),
        (OTHER, early, None),
    ]


def test_no_move_is_approved_from_before_the_last_nor_a_start_dated_after_the_first() -> None:
    there = case.given(started(), moved())
    early = ON - timedelta(days=1)
    there.when(move(START - timedelta(days=1), to=to(THIRD))).then_refused(EffectiveBeforeStream)
    there.when(record_end(START - timedelta(days=1))).then_refused(EffectiveBeforeStream)
    there.when(approve(to=to(THIRD), from_=early)).then_refused(EffectiveBeforeStream)
    there.when(correct_start(ON + timedelta(days=1))).then_refused(EffectiveBeforeStream)


def test_the_child_lives_in_one_home_after_the_other() -> None:
    lived = history(started(), moved(), moved(ON + timedelta(days=5), was=OTHER, to=to(THIRD)))
    held = chronology(lived)
    assert [(s.setting_id, s.since, s.until) for s in held.stays] == [
        (SETTING, START, ON),
        (OTHER, ON, ON + timedelta(days=5)),
        (THIRD, ON + timedelta(days=5), None),
    ]
    assert [s.moved_within for s in held.stays] == [False, True, True]
    on_the_day = held.stay_on(ON)
    assert on_the_day is not None
    assert on_the_day.setting_id == OTHER
    assert len(held.nights(ON + timedelta(days=6))) == 26
