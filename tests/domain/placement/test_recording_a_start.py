"""A start is a fact: no gate refuses it, and what it broke is recorded with it."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from domain import placement
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.errors import DetailsMissing
from domain.placement.events import PlacementStarted
from domain.shared.admission import Registration
from domain.shared.errors import WrongState
from domain.shared.messages import Milestone
from domain.shared.vocabulary import PlacementId, Provision, SettingId, Subject
from tests.support.placements import (
    FUNDING,
    VERBAL,
    arrangement,
    ended,
    home,
    prepared,
    proposed,
    record_start,
    start_agreed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
ANOTHER = PlacementId(UUID(int=77))
AGREED = [*prepared(), start_agreed()]


def start_after(history: list[placement.PlacementEvent], **more: Any) -> PlacementStarted:
    state = placement.decider.replay(history)
    (start,) = placement.decider.decide(state, record_start(**more))
    assert isinstance(start, PlacementStarted)
    return start


def broken_by(history: list[placement.PlacementEvent], **more: Any) -> list[str]:
    return [breach.code for breach in start_after(history, **more).breaches]


def test_a_start_that_was_agreed_breaks_nothing() -> None:
    case.given(*AGREED).when(record_start()).then(started())
    assert PlacementStarted.milestone is Milestone.PLACED


@pytest.mark.covers("6-01")
def test_a_night_move_that_nobody_proposed_is_recorded_with_what_it_broke() -> None:
    at = datetime(2026, 3, 7, 2, 10, tzinfo=UTC)

    start = start_after([], at=at, arrangement=arrangement(), over_capacity_nights=(at.date(),))

    assert start.effective() == at
    assert [breach.code for breach in start.breaches] == [
        "OVER_CAPACITY",
        "WRONG_STATE",
        "FUNDING_NOT_AUTHORISED",
    ]


@pytest.mark.covers("C-IRA", "R-101")
def test_a_child_who_moved_into_a_shared_home_that_had_not_weighed_it_is_a_breach() -> None:
    assert broken_by(AGREED, impact_acceptable=False) == ["IMPACT_NOT_ASSESSED"]
    assert broken_by(AGREED, impact_acceptable=False, decided_elsewhere=True) == []


def test_an_unproposed_start_must_say_where() -> None:
    case.given().when(record_start()).then_refused(DetailsMissing)


def test_where_the_child_went_wins_over_what_was_proposed() -> None:
    elsewhere = arrangement().model_copy(update={"setting_id": SettingId(UUID(int=99))})

    assert start_after(AGREED, arrangement=elsewhere).setting_id == elsewhere.setting_id


@pytest.mark.covers("6-35")
def test_an_under_16_start_is_a_fact_with_a_breach() -> None:
    assert broken_by(AGREED, born_on=date(2010, 3, 3)) == ["AGE_UNDER_16_OTHER_ARRANGEMENTS"]


@pytest.mark.covers("6-35")
def test_work_that_one_lives_at_is_no_home_before_16_and_is_one_from_then_on() -> None:
    lodging = home(Registration.NOT_NEEDED, Provision.RESIDENTIAL_EMPLOYMENT)

    assert broken_by(AGREED, home=lodging, born_on=date(2010, 3, 3)) == [
        "AGE_UNDER_16_OTHER_ARRANGEMENTS"
    ]
    assert broken_by(AGREED, home=lodging, born_on=date(2010, 3, 2)) == []


def test_supported_accommodation_needs_no_registration_for_an_adult() -> None:
    lapsed = home(Registration.LAPSED)

    assert broken_by(AGREED, home=lapsed, born_on=date(2008, 3, 3)) == ["AGE_16_17_UNREGISTERED"]
    assert broken_by(AGREED, home=lapsed, born_on=date(2008, 3, 2)) == []


def test_every_shut_gate_is_recorded() -> None:
    assert broken_by(
        AGREED,
        home=home(Registration.LAPSED, is_open=False),
        other_open_placements=(ANOTHER,),
    ) == ["AGE_16_17_UNREGISTERED", "SETTING_NOT_OPEN", "OVERLAPPING_PLACEMENT"]


@pytest.mark.covers("6-71")
def test_a_start_before_funding_is_a_fact_with_a_breach() -> None:
    assert broken_by(prepared()) == ["WRONG_STATE", "FUNDING_NOT_AUTHORISED"]
    assert broken_by(prepared(), funding=FUNDING) == ["WRONG_STATE"]
    word: dict[str, Any] = {"verbal_authority": VERBAL, "emergency": True}
    assert broken_by(prepared(), **word, by=Subject("nora")) == ["WRONG_STATE"]
    broken = ["WRONG_STATE", "FUNDING_NOT_AUTHORISED"]
    assert broken_by(prepared(), verbal_authority=VERBAL, by=Subject("nora")) == broken
    assert broken_by(prepared(), **word, by=VERBAL.officer) == broken
    nobodys = {"officer_roles": frozenset({"caseworker"})}
    assert broken_by(prepared(), **word, **nobodys, by=Subject("nora")) == broken


def test_funding_is_asked_again_for_the_day_of_the_start() -> None:
    from_march = FundingAuthorisation(weekly=100_000, since=date(2026, 3, 2))
    agreed = [*prepared(), start_agreed(from_march)]

    assert broken_by(agreed, at=date(2026, 3, 2)) == []
    assert broken_by(agreed, at=date(2026, 3, 1)) == ["FUNDING_NOT_AUTHORISED"]


def test_the_councils_own_home_needs_no_funding() -> None:
    own = arrangement(provider_id=None)

    assert broken_by([proposed(own)]) == ["WRONG_STATE"]


def test_a_start_decided_in_another_system_is_not_judged_by_our_steps() -> None:
    assert broken_by([], arrangement=arrangement(), decided_elsewhere=True) == []


def test_a_home_in_no_register_breaks_no_gate_that_was_never_asked() -> None:
    assert broken_by(AGREED, home=None, born_on=date(2010, 3, 3)) == []


def test_a_child_moves_in_once() -> None:
    case.given(*AGREED, started()).when(record_start()).then_refused(WrongState)
    case.given(started(), ended()).when(record_start()).then_refused(WrongState)


@pytest.mark.covers("R-81", "R-103")
def test_chosen_and_paid_for_on_the_telephone_it_waits_for_nobody_to_agree_the_start() -> None:
    nora = Subject("nora")
    word: dict[str, Any] = {"verbal_authority": VERBAL, "emergency": True, "chosen_by_word": True}

    assert broken_by(prepared(), **word, by=nora) == []
    assert broken_by(prepared(), **{**word, "chosen_by_word": False}, by=nora) == ["WRONG_STATE"]
    assert "WRONG_STATE" in broken_by(prepared(), **word, by=VERBAL.officer)
    assert "WRONG_STATE" in broken_by(prepared(), emergency=True, chosen_by_word=True, by=nora)
