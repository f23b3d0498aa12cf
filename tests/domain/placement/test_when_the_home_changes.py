"""A home that lapses, closes or is sold, seen from the placement of a child who lives there."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from domain import placement
from domain.placement.clocks import clocks
from domain.placement.commands.home import (
    AskForMovePlan,
    RecordChangeOfHands,
    RecordMovePlan,
    RecordRegistrationLapse,
)
from domain.placement.errors import DetailsMissing
from domain.placement.events import (
    HomeChangedHands,
    HomeRegistrationLapsed,
    MovePlanAsked,
    MovePlanMade,
)
from domain.placement.moving import MoveCause
from domain.shared.breaches import Breach
from domain.shared.clock_catalogue import C_MOVEPLAN
from domain.shared.clocks import Outcome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import ProviderId, birthday
from tests.support.clocks import TERMS
from tests.support.placements import (
    BORN,
    BROKER,
    PROVIDER,
    START,
    agreement,
    ended,
    history,
    proposed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)

MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)
OTHER = ProviderId(UUID(int=4711))
PLAN = RecordMovePlan(on=MAY, plan="Back to her former carers on Friday.", by=BROKER)
MADE = MovePlanMade(**PLAN.model_dump())


def lapsed(on: date = MAY) -> HomeRegistrationLapsed:
    breach = Breach(
        code="SETTING_NOT_REGISTERED",
        cites="Care Standards Act 2000, s. 11",
        detail=f"The home was registered no more from {on}.",
    )
    return HomeRegistrationLapsed(on=on, breaches=(breach,))


def lapse(on: date = MAY) -> RecordRegistrationLapse:
    return RecordRegistrationLapse(on=on, born_on=BORN)


def asked(cause: MoveCause = MoveCause.REGISTRATION_LAPSED, from_: date = MAY) -> MovePlanAsked:
    return MovePlanAsked(cause=cause, from_=from_)


@pytest.mark.covers("6-50")
def test_a_child_in_a_home_that_lapsed_has_a_breach_and_a_move_to_be_planned() -> None:
    case.given(started()).when(lapse()).then(lapsed(), asked())


@pytest.mark.covers("6-50")
def test_who_had_left_by_then_was_compliant() -> None:
    case.given(started(), ended(MAY)).when(lapse()).then()
    case.given(started(), ended(JUNE)).when(lapse()).then(lapsed())


def test_who_came_into_a_home_that_had_lapsed_is_in_breach_from_the_first_day() -> None:
    case.given(started()).when(lapse(date(2026, 1, 1))).then(lapsed(START), asked(from_=START))


def test_supported_accommodation_is_registered_for_those_who_are_not_yet_18() -> None:
    eighteen = birthday(BORN, 18)

    case.given(started()).when(lapse(eighteen)).then()


def test_a_home_that_is_to_close_asks_for_one_plan_and_a_lapse_for_no_second() -> None:
    closing = AskForMovePlan(cause=MoveCause.HOME_CLOSING, from_=JUNE)
    plan = asked(MoveCause.HOME_CLOSING, JUNE)

    case.given(started()).when(closing).then(plan)
    case.given(started(), plan).when(lapse()).then(lapsed())
    case.given(started(), plan, MADE).when(lapse()).then(lapsed(), asked())
    case.given(started(), ended()).when(closing).then()


def test_a_plan_says_something_and_is_not_made_before_the_child_came() -> None:
    case.given(started(), asked()).when(PLAN).then(MADE)
    case.given(started()).when(PLAN.model_copy(update={"plan": " "})).then_refused(DetailsMissing)
    early = PLAN.model_copy(update={"on": date(2020, 1, 1)})
    case.given(started()).when(early).then_refused(EffectiveBeforeStream)
    case.given(started(), ended()).when(PLAN).then_refused(WrongState)
    case.given(proposed()).when(PLAN).then_refused(WrongState)


@pytest.mark.covers("C-MOVEPLAN", "6-50")
def test_the_plan_is_due_on_the_day_on_which_it_is_asked() -> None:
    def clock(*more: MovePlanMade) -> tuple[datetime, Outcome]:
        found = clocks(history(started(), asked(), *more), TERMS)
        (one,) = [each for each in found if each.code == C_MOVEPLAN]
        return one.due.at, one.outcome

    assert clock() == (datetime(2026, 1, 1, 23, 59, 59, tzinfo=UTC), Outcome.RUNNING)
    assert clock(MADE)[1] is Outcome.MET


@pytest.mark.covers("6-53")
def test_a_home_that_was_sold_moves_nobody() -> None:
    sold = RecordChangeOfHands(provider_id=OTHER, from_=JUNE)
    told = HomeChangedHands(was=PROVIDER, provider_id=OTHER, from_=JUNE, has_agreement=False)

    case.given(started()).when(sold).then(told)
    with_agreement = told.model_copy(update={"has_agreement": True})
    case.given(started(), *agreement()).when(sold).then(with_agreement)
    case.given(started()).when(RecordChangeOfHands(provider_id=PROVIDER, from_=JUNE)).then()
    case.given(started(), ended()).when(sold).then()
