"""A start that was agreed is put to another day, and every gate is asked for it anew."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain import placement
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.commands import ChangeStartDate
from domain.placement.errors import (
    DetailsMissing,
    FundingNotAuthorised,
    OutOfAreaNotApproved,
    StartNotPrepared,
)
from domain.placement.events import PlacementStarted, StartDateChanged
from domain.placement.schooling import KeyStage4
from domain.shared.admission import Registration, SettingNotOpen, UnregisteredAt16Or17
from domain.shared.errors import WrongState
from domain.shared.geography import ApprovalNeeded
from tests.support.placements import (
    BORN,
    BROKER,
    FUNDING,
    START,
    VERBAL,
    home,
    prepared,
    proposed,
    record_start,
    start_agreed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
WHY = "Her room is painted until the 11th."
LATER = START + timedelta(days=3)
AGREED = (*prepared(), start_agreed())


def change(**more: Any) -> ChangeStartDate:
    plain = {"starts_at": LATER, "reason": WHY, "born_on": BORN, "home": home(), "by": BROKER}
    return ChangeStartDate(**{**plain, "funding": FUNDING, **more})


def changed(was: date = START, to: date = LATER, **more: Any) -> StartDateChanged:
    facts = {"reason": WHY, "funding": FUNDING, "key_stage_4": None, "by": BROKER, **more}
    return StartDateChanged(was=was, starts_at=to, **facts)


def test_the_start_is_put_to_another_day_with_a_reason() -> None:
    case.given(*AGREED).when(change()).then(changed())
    case.given(*AGREED).when(change(reason=" ")).then_refused(DetailsMissing)


def test_the_last_day_agreed_is_the_one_that_is_changed_and_not_to_itself() -> None:
    twice = case.given(*AGREED, changed())
    twice.when(change(starts_at=START)).then(changed(was=LATER, to=START))
    twice.when(change()).then_refused(WrongState)


def test_only_a_start_that_was_agreed_and_has_not_happened() -> None:
    case.given(*prepared()).when(change()).then_refused(WrongState)
    case.given(*AGREED, started()).when(change()).then_refused(WrongState)


def test_the_home_is_asked_as_it_is_on_the_new_day() -> None:
    agreed = case.given(*AGREED)
    agreed.when(change(home=home(is_open=False))).then_refused(SettingNotOpen)
    lapsed = home(Registration.LAPSED)
    agreed.when(change(home=lapsed)).then_refused(UnregisteredAt16Or17)
    away = change(approval_needed=ApprovalNeeded.NOMINATED_OFFICER)
    agreed.when(away).then_refused(OutOfAreaNotApproved)


def test_money_is_to_carry_the_new_day() -> None:
    ahead = FundingAuthorisation(weekly=FUNDING.weekly, since=LATER + timedelta(days=1))
    case.given(*AGREED).when(change(funding=ahead)).then_refused(FundingNotAuthorised)
    case.given(*AGREED).when(change(funding=None)).then_refused(FundingNotAuthorised)


@pytest.mark.covers("R-179")
def test_a_word_that_the_start_was_agreed_on_stands_for_another_day() -> None:
    on_a_word = (proposed(), start_agreed(funding=None, verbal_authority=VERBAL))
    case.given(*on_a_word).when(change(funding=None)).then(changed(funding=None))
    state = placement.decider.replay([*on_a_word, changed(funding=None)])
    (start,) = placement.decider.decide(state, record_start(LATER))
    assert isinstance(start, PlacementStarted)
    assert (start.verbal_authority, start.breaches) == (VERBAL, ())


@pytest.mark.covers("R-179")
@pytest.mark.parametrize(
    ("unweighed", "missing"),
    [
        ({"impact_acceptable": False}, "impact_assessment"),
        ({"of_key_stage_4": True}, "key_stage_4"),
    ],
)
def test_who_lives_there_and_what_it_means_for_school_are_weighed_for_that_day(
    unweighed: dict[str, Any], missing: str
) -> None:
    state = placement.decider.replay(AGREED)
    with pytest.raises(StartNotPrepared) as refused:
        placement.decider.decide(state, change(**unweighed))
    assert refused.value.details["missing"] == [missing]


def test_what_is_said_of_school_is_kept() -> None:
    said = KeyStage4.NOT_DISRUPTED
    weighed = change(of_key_stage_4=True, key_stage_4=said)
    case.given(*AGREED).when(weighed).then(changed(key_stage_4=said))
