"""When statutory reviews fall due."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import pytest

from domain.case.clocks import clocks
from domain.case.events import CaseEvent
from domain.shared.clocks import Clock, Outcome
from domain.shared.moments import london_day
from domain.shared.vocabulary import EventId
from tests.support.cases import (
    MONDAY,
    became,
    began,
    case_opened,
    ceased,
    changed,
    corrected,
    matrix,
    reviewed,
)
from tests.support.clocks import TERMS, log

SECOND = EventId(UUID(int=102))


def kept(*events: CaseEvent, born_on: date = date(2012, 5, 17)) -> Sequence[Clock]:
    return clocks(log(case_opened(born_on=born_on), *events), TERMS)


def due(clock: Clock) -> tuple[str, date, Outcome]:
    return clock.code, london_day(clock.due.at), clock.outcome


@pytest.mark.covers("C-SREV-20")
@pytest.mark.parametrize(
    ("on", "expected"),
    [
        pytest.param(date(2026, 3, 2), date(2026, 3, 30), marks=pytest.mark.covers("T1")),
        pytest.param(date(2026, 3, 13), date(2026, 4, 14), marks=pytest.mark.covers("T2")),
        pytest.param(date(2026, 12, 4), date(2027, 1, 6), marks=pytest.mark.covers("T3")),
        pytest.param(date(2026, 12, 5), date(2027, 1, 6), marks=pytest.mark.covers("T4")),
        pytest.param(date(2026, 5, 4), date(2026, 6, 2), marks=pytest.mark.covers("T5")),
    ],
)
def test_the_first_review_is_due_within_20_working_days(on: date, expected: date) -> None:
    first = kept(became(on))[0]

    assert due(first) == ("C-SREV-20", expected, Outcome.RUNNING)
    assert first.anchor == SECOND
    assert first.anchored_at == on


@pytest.mark.covers("C-SREV-3M", "T10")
def test_the_second_review_is_due_3_months_after_the_first() -> None:
    first, second = kept(became(date(2026, 11, 2)), reviewed(date(2026, 11, 30)))

    assert first.outcome is Outcome.MET
    assert due(second) == ("C-SREV-3M", date(2027, 2, 28), Outcome.RUNNING)
    assert second.due.plan_by == date(2027, 2, 26)


@pytest.mark.covers("C-SREV-6M", "T11")
def test_each_later_review_is_due_6_months_after_the_one_before() -> None:
    found = kept(
        became(date(2026, 3, 2)),
        reviewed(date(2026, 3, 20)),
        reviewed(date(2026, 6, 1)),
        reviewed(date(2026, 8, 31)),
    )

    assert [due(clock) for clock in found] == [
        ("C-SREV-20", date(2026, 3, 30), Outcome.MET),
        ("C-SREV-3M", date(2026, 6, 20), Outcome.MET),
        ("C-SREV-6M", date(2026, 12, 1), Outcome.MET),
        ("C-SREV-6M", date(2027, 2, 28), Outcome.RUNNING),
    ]
    assert len({clock.key for clock in found}) == 4


@pytest.mark.covers("R-19")
def test_a_first_review_that_is_not_held_still_yields_the_next_date() -> None:
    first, second = kept(became(MONDAY))

    assert due(first) == ("C-SREV-20", date(2026, 3, 30), Outcome.RUNNING)
    assert due(second) == ("C-SREV-3M", date(2026, 6, 30), Outcome.RUNNING)


@pytest.mark.covers("R-19")
def test_once_the_first_review_is_held_the_next_counts_from_it() -> None:
    before = kept(became(MONDAY))[1]
    after = kept(became(MONDAY), reviewed(date(2026, 3, 16)))[1]

    assert before.key == after.key
    assert due(after) == ("C-SREV-3M", date(2026, 6, 16), Outcome.RUNNING)


@pytest.mark.covers("6-29", "6-41")
def test_what_else_happens_within_care_starts_no_review_clock_again() -> None:
    assert kept(became(MONDAY), changed(date(2026, 3, 17)), matrix(10, date(2026, 3, 17))) == kept(
        became(MONDAY)
    )


@pytest.mark.covers("6-30")
def test_becoming_looked_after_again_starts_the_first_review_again() -> None:
    found = kept(became(MONDAY), ceased(date(2026, 3, 20)), became(date(2026, 3, 27)))

    assert [due(clock) for clock in found if clock.code == "C-SREV-20"] == [
        ("C-SREV-20", date(2026, 3, 30), Outcome.STOPPED),
        ("C-SREV-20", date(2026, 4, 28), Outcome.RUNNING),
    ]


def test_a_review_in_one_period_of_care_does_not_count_in_the_next() -> None:
    found = kept(
        became(MONDAY),
        reviewed(date(2026, 3, 16)),
        ceased(date(2026, 3, 20)),
        reviewed(date(2026, 3, 23)),
        became(date(2026, 3, 27)),
    )

    assert [clock.outcome for clock in found] == [
        Outcome.MET,
        Outcome.STOPPED,
        Outcome.RUNNING,
        Outcome.RUNNING,
    ]


def test_a_review_on_the_day_of_ceasing_counts() -> None:
    first, second = kept(became(MONDAY), ceased(date(2026, 3, 20)), reviewed(date(2026, 3, 20)))

    assert first.outcome is Outcome.MET
    assert second.outcome is Outcome.STOPPED
    assert second.closed_at == date(2026, 3, 20)


def test_ceasing_to_be_looked_after_stops_what_runs() -> None:
    found = kept(became(MONDAY), ceased(date(2026, 3, 20)))

    assert {clock.outcome for clock in found} == {Outcome.STOPPED}
    assert {clock.closed_by for clock in found} == {UUID(int=103)}


def test_a_corrected_start_moves_the_review_that_it_opened() -> None:
    moved = corrected(began(), began(date(2026, 3, 13)), SECOND)

    before, after = kept(became(MONDAY))[0], kept(became(MONDAY), moved)[0]

    assert before.key == after.key
    assert after.anchored_at == date(2026, 3, 13)
    assert london_day(after.due.at) == date(2026, 4, 14)


@pytest.mark.covers("6-38", "R-43")
def test_no_review_is_owed_from_the_18th_birthday() -> None:
    started, held = became(MONDAY), reviewed(date(2026, 3, 16))

    owed = kept(started, held, born_on=date(2008, 6, 17))
    adult = kept(started, held, born_on=date(2008, 6, 16))

    assert [clock.code for clock in owed] == ["C-SREV-20", "C-SREV-3M"]
    assert [clock.code for clock in adult] == ["C-SREV-20"]
