"""What a lot allows: so many nights, an end before a birthday, its own kind of home, a term."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from domain.placement import Placement, PlacementCommand, decider
from domain.placement.chronology import chronology
from domain.placement.clocks import clocks
from domain.placement.commands import Recategorise
from domain.placement.errors import NotOnLot
from domain.placement.events import PlacementEvent, PlacementStarted, Recategorised
from domain.placement.rules.term import LONGER, SHORTER, warnings_of_term
from domain.placement.state import Current
from domain.shared.admission import AgeOutsideCategory, HomeNotOfLot, lot_gates
from domain.shared.breaches import broken, require
from domain.shared.calendar import Calendar
from domain.shared.clock_catalogue import C_NIGHTS_7, FIRST_EDITION
from domain.shared.clocks import Clock, ClockTerms, Outcome, is_breached
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.framework import UsualMonths
from domain.shared.moments import end_of_day
from domain.shared.terms import AgeRange, LotTerms
from domain.shared.vocabulary import Provision
from tests.support.placements import (
    BORN,
    BROKER,
    START,
    agreement,
    arrangement,
    contract,
    draft,
    drafted,
    ended,
    history,
    home,
    record_start,
    start_corrected,
    started,
)
from tests.support.scenario import Case

case: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)
TERMS = ClockTerms(calendar=Calendar(edition="x", holidays=frozenset()), limits=FIRST_EDITION)


def a_lot(code: str = "2.2", **changed: object) -> LotTerms:
    plain: dict[str, object] = {
        "code": code,
        "title": "Short term",
        "provision": Provision.SUPPORTED_ACCOMMODATION,
        "ages": AgeRange(first=16, before=18),
        "half_hours": 50,
        "ends_before_age": 18,
    }
    return LotTerms.model_validate(plain | changed)


EMERGENCY, SHORT_TERM = a_lot("2.1", max_nights=7), a_lot()
BY_LOTS = contract().model_copy(update={"lots": (EMERGENCY, SHORT_TERM)})
IN_21 = started(where=arrangement().model_copy(update={"lot": "2.1"}), max_nights=7)
EIGHTH_DAY = START + timedelta(days=7)


def recategorise(lot: str = "2.2", on: date = EIGHTH_DAY, **changed: object) -> Recategorise:
    plain: dict[str, object] = {
        "terms": BY_LOTS,
        "lot": lot,
        "on": on,
        "born_on": BORN,
        "provision": Provision.SUPPORTED_ACCOMMODATION,
        "on_lot": True,
        "by": BROKER,
    }
    return Recategorise.model_validate(plain | changed)


def recategorised(on: date = EIGHTH_DAY) -> Recategorised:
    return Recategorised(
        contract_id=BY_LOTS.contract_id,
        contract_version=BY_LOTS.version,
        was="2.1",
        lot="2.2",
        on=on,
        ends_before_age=18,
        by=BROKER,
    )


def nights(*events: PlacementEvent) -> Sequence[Clock]:
    return [each for each in clocks(history(*events), TERMS) if each.code == C_NIGHTS_7]


@pytest.mark.covers("C-NIGHTS-7", "4-090", "6-79")
def test_seven_nights_are_up_on_the_day_after_the_seventh() -> None:
    (clock,) = nights(IN_21)

    assert clock.due.at == end_of_day(EIGHTH_DAY)
    assert not is_breached(clock, clock.due.at)
    (left,) = nights(IN_21, ended(EIGHTH_DAY))
    assert (left.outcome, is_breached(left, left.due.at + timedelta(days=1))) == (
        Outcome.MET,
        False,
    )
    (stayed,) = nights(IN_21, ended(EIGHTH_DAY + timedelta(days=1)))
    assert is_breached(stayed, stayed.due.at + timedelta(days=1))


@pytest.mark.covers("C-NIGHTS-7")
def test_the_nights_are_counted_from_the_start_as_it_was_put_right() -> None:
    (clock,) = nights(IN_21, start_corrected(START + timedelta(days=2)))

    assert clock.due.at == end_of_day(EIGHTH_DAY + timedelta(days=2))


@pytest.mark.covers("C-NIGHTS-7", "6-79")
def test_another_category_meets_it_and_a_lot_without_a_limit_has_none() -> None:
    (clock,) = nights(IN_21, recategorised())

    assert clock.outcome is Outcome.MET
    assert nights(started()) == []


def test_a_start_remembers_the_nights_its_lot_allows() -> None:
    state = decider.initial
    command = record_start(arrangement=arrangement(), lot=EMERGENCY)

    (began,) = decider.decide(state, command)

    assert isinstance(began, PlacementStarted)
    assert began.max_nights == 7


@pytest.mark.covers("6-79")
def test_a_child_goes_on_in_another_lot_where_it_is() -> None:
    case.given(IN_21).when(recategorise()).then(recategorised())
    state = decider.replay([IN_21, recategorised()])

    assert isinstance(state, Current)
    assert state.particulars.arrangement.lot == "2.2"


def test_the_new_lot_is_another_one_that_the_contract_has_for_this_child_and_home() -> None:
    lives_there = case.given(IN_21)

    lives_there.when(recategorise("2.1")).then_refused(WrongState)
    lives_there.when(recategorise("9.9")).then_refused(NotFound)
    lives_there.when(recategorise(on=START - timedelta(days=1))).then_refused(EffectiveBeforeStream)
    lives_there.when(recategorise(born_on=date(2006, 1, 1))).then_refused(AgeOutsideCategory)
    other = recategorise(provision=Provision.CHILDRENS_HOME)
    lives_there.when(other).then_refused(HomeNotOfLot)
    lives_there.when(recategorise(on_lot=False)).then_refused(NotOnLot)


@pytest.mark.covers("C-NIGHTS-7", "6-79", "R-61")
def test_nobody_begins_the_nights_anew_by_going_back_into_their_lot() -> None:
    again = recategorise("2.1", EIGHTH_DAY + timedelta(days=1))

    case.given(IN_21, recategorised()).when(again).then_refused(WrongState)
    case.given(started()).when(again).then_refused(WrongState)


@pytest.mark.covers("6-79")
def test_a_new_agreement_is_made_for_the_new_lot_and_each_keeps_its_own_time() -> None:
    before = [IN_21, *agreement(), recategorised()]
    state = decider.replay(before)

    (second,) = decider.decide(state, draft(lot=SHORT_TERM))
    assert second == drafted().model_copy(
        update={"version": 2, "terms": second.terms}  # type: ignore[union-attr]  # a draft
    )
    (first,) = chronology(history(*before)).agreements
    assert (first.since, first.until) == (START, EIGHTH_DAY)


@pytest.mark.covers("R-02")
@pytest.mark.parametrize(("ends", "is_refused"), [(date(2027, 5, 16), False), (None, False)])
def test_a_stay_planned_to_end_before_eighteen_is_not_refused(
    ends: date | None, *, is_refused: bool
) -> None:
    assert bool(broken(lot_gates(SHORT_TERM, home(), BORN, ends))) is is_refused


@pytest.mark.covers("R-02")
def test_a_stay_planned_beyond_the_day_before_eighteen_is_refused_without_telling_the_day() -> None:
    with pytest.raises(AgeOutsideCategory) as refusal:
        require(lot_gates(SHORT_TERM, home(), BORN, date(2027, 5, 17)))

    assert "2027" not in str(refusal.value)
    assert not broken(lot_gates(a_lot(ends_before_age=None), home(), BORN, date(2030, 1, 1)))


@pytest.mark.covers("R-02", "4-094", "R-61")
def test_a_start_in_a_home_that_the_lot_is_not_for_is_a_fact_with_its_breach() -> None:
    homes = a_lot(provision=Provision.CHILDRENS_HOME)
    (began,) = decider.decide(
        decider.initial, record_start(arrangement=arrangement(), lot=homes, decided_elsewhere=True)
    )

    assert isinstance(began, PlacementStarted)
    assert "HOME_NOT_OF_LOT" in [breach.code for breach in began.breaches]


@pytest.mark.covers("4-101", "4-102")
@pytest.mark.parametrize(
    ("ends", "emergency", "expected"),
    [
        (date(2026, 6, 1), False, [SHORTER]),
        (date(2026, 6, 1), True, []),
        (date(2026, 6, 2), False, []),
        (date(2027, 3, 2), False, []),
        (date(2027, 3, 3), False, [LONGER]),
        (date(2027, 3, 3), True, [LONGER]),
        (None, False, []),
    ],
)
def test_a_term_outside_three_to_twelve_months_warns_and_an_emergency_may_be_short(
    ends: date | None, expected: list[str], *, emergency: bool
) -> None:
    usual = UsualMonths(least=3, most=12)

    assert list(warnings_of_term(usual, START, ends, emergency=emergency)) == expected
    assert list(warnings_of_term(None, START, ends, emergency=emergency)) == []
