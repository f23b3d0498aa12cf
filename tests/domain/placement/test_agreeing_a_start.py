"""A start is agreed when everything that must come before it has."""

from datetime import date

import pytest

from domain import placement
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.commands import RecordIntroductoryVisit, RecordProviderMeeting
from domain.placement.errors import FundingNotAuthorised, StartNotPrepared
from domain.placement.events import StartAgreed
from domain.shared.admission import (
    LocationRisk,
    Registration,
    SettingNotOpen,
    SettingNotRegistered,
    Under16InOtherArrangements,
    UnregisteredAt16Or17,
)
from domain.shared.errors import WrongState
from domain.shared.officers import OfficerNotListed
from domain.shared.vocabulary import Provision
from tests.support.placements import (
    START,
    VERBAL,
    agree_start,
    agreement,
    arrangement,
    home,
    met_provider,
    prepared,
    proposed,
    start_agreed,
    visited,
)
from tests.support.scenario import Case

case = Case(placement.decider)


def missing_from(*history: placement.PlacementEvent, **more: bool) -> list[str]:
    state = placement.decider.replay(history)
    with pytest.raises(StartNotPrepared) as refused:
        placement.decider.decide(
            state,
            agree_start(
                iro_informed=more.get("iro_informed", True),
                placement_plan_prepared=more.get("placement_plan_prepared", True),
                impact_acceptable=more.get("impact_acceptable", True),
            ),
        )
    missing = refused.value.details["missing"]
    assert isinstance(missing, list)
    return missing


def test_a_start_is_agreed() -> None:
    case.given(*prepared()).when(agree_start()).then(start_agreed())


def test_a_start_is_agreed_once() -> None:
    case.given(*prepared(), start_agreed()).when(agree_start()).then_refused(WrongState)


@pytest.mark.covers("C-IRA", "R-101")
def test_a_start_in_a_shared_home_waits_until_it_was_weighed_in_an_emergency_too() -> None:
    assert missing_from(*prepared(), impact_acceptable=False) == ["impact_assessment"]
    unweighed = agree_start(impact_acceptable=False, verbal_authority=VERBAL)
    case.given(proposed()).when(unweighed).then_refused(StartNotPrepared)


def test_everything_that_is_missing_is_named_at_once() -> None:
    assert missing_from(proposed(), iro_informed=False, placement_plan_prepared=False) == [
        "provider_meeting",
        "introductory_visit",
        "agreement_in_force",
        "iro_informed",
        "placement_plan",
    ]


@pytest.mark.covers("R-18")
def test_an_agreement_that_one_side_has_signed_is_not_in_force() -> None:
    half = agreement()[:3]

    assert missing_from(proposed(), *half, met_provider(), visited()) == ["agreement_in_force"]


@pytest.mark.covers("4-116")
def test_a_meeting_without_the_young_person_is_recorded_and_is_not_the_one_that_is_needed() -> None:
    without = met_provider().model_copy(update={"attendees": ("provider", "social_worker")})

    case.given(proposed()).when(RecordProviderMeeting(on=START, attendees=without.attendees)).then(
        without
    )
    assert missing_from(proposed(), *agreement(), without, visited()) == ["provider_meeting"]
    assert missing_from(proposed(), met_provider(), without, visited()) == ["agreement_in_force"]


def test_introductions_are_recorded_as_they_happen() -> None:
    meeting = RecordProviderMeeting(on=START, attendees=("young_person", "provider"))
    visit = RecordIntroductoryVisit(on=START, childs_views="I liked the room")

    case.given(proposed()).when(meeting).then(met_provider())
    case.given(proposed()).when(visit).then(visited())


def test_a_visit_may_be_left_out_for_a_reason() -> None:
    excused = agree_start(exception_reason="not_reasonably_practicable")

    case.given(proposed(), *agreement(), met_provider()).when(excused).then(
        start_agreed(exception_reason="not_reasonably_practicable")
    )


@pytest.mark.covers("6-71")
@pytest.mark.parametrize(
    "funding",
    [None, FundingAuthorisation(weekly=100_000, since=date(2026, 3, 3))],
    ids=["none", "from the day after"],
)
def test_a_start_without_funding_is_not_agreed(funding: FundingAuthorisation | None) -> None:
    command = agree_start(funding=funding)

    case.given(*prepared()).when(command).then_refused(FundingNotAuthorised)


@pytest.mark.covers("6-71")
def test_an_emergency_starts_on_a_named_officers_word() -> None:
    emergency = agree_start(funding=None, verbal_authority=VERBAL, placement_plan_prepared=False)

    case.given(proposed()).when(emergency).then(start_agreed(None, VERBAL))
    misspelt = emergency.model_copy(update={"officer_roles": frozenset[str]()})
    case.given(proposed()).when(misspelt).then_refused(OfficerNotListed)


def test_an_emergency_skips_no_gate_of_age() -> None:
    emergency = agree_start(verbal_authority=VERBAL, born_on=date(2010, 3, 3))

    case.given(proposed()).when(emergency).then_refused(Under16InOtherArrangements)


def test_the_councils_own_home_needs_neither_agreement_nor_funding() -> None:
    own = arrangement(provider_id=None, provision=Provision.FOSTERING)
    command = agree_start(funding=None, in_home=home(provision=Provision.FOSTERING))

    case.given(proposed(own), visited()).when(command).then(start_agreed(None))


@pytest.mark.covers("6-35")
def test_a_child_who_is_16_tomorrow_starts_tomorrow_and_not_tonight() -> None:
    tomorrow = date(2010, 3, 3)
    tonight = agree_start(born_on=tomorrow)
    by_then = agree_start(born_on=date(2010, 3, 2))

    case.given(*prepared()).when(tonight).then_refused(Under16InOtherArrangements)
    case.given(*prepared()).when(by_then).then(start_agreed())


def test_the_home_is_judged_as_it_is_on_the_day() -> None:
    lapsed, closed = home(Registration.LAPSED), home(is_open=False)
    lapsed_childrens_home = home(Registration.LAPSED, Provision.CHILDRENS_HOME)
    waiting = case.given(*prepared())

    waiting.when(agree_start(in_home=lapsed)).then_refused(UnregisteredAt16Or17)
    waiting.when(agree_start(in_home=lapsed_childrens_home)).then_refused(SettingNotRegistered)
    waiting.when(agree_start(in_home=closed)).then_refused(SettingNotOpen)


@pytest.mark.covers("4-031", "R-85")
def test_no_start_is_agreed_where_the_child_is_to_be_kept_away_from() -> None:
    there = agree_start().model_copy(update={"in_area_to_avoid": True})

    case.given(*prepared()).when(there).then_refused(LocationRisk)


@pytest.mark.covers("4-116", "R-18")
def test_an_emergency_whose_money_came_in_time_needs_no_word_besides() -> None:
    asked = agree_start(placement_plan_prepared=False)
    funded = asked.model_copy(update={"emergency": True})

    (agreed,) = placement.decider.decide(placement.decider.replay([proposed()]), funded)

    assert isinstance(agreed, StartAgreed)
    assert agreed.verbal_authority is None
