from datetime import date, timedelta
from uuid import UUID

import pytest
from pydantic import ValidationError

from domain.clock import decider
from domain.clock.commands import ReconcileClocks
from domain.clock.events import (
    ClockDueMoved,
    ClockMet,
    ClockOpened,
    ClockReopened,
    ClockStopped,
    WhyMoved,
    WhyStopped,
)
from domain.clock.snapshot import ClockSnapshot
from domain.shared.clock_catalogue import C_RESERVE
from domain.shared.clocks import Outcome, met, opened
from domain.shared.errors import CorruptHistory
from tests.support.clocks import (
    ANCHOR,
    ANCHORED,
    ANOTHER,
    CAUSE,
    CLOSING,
    DUE,
    TERMS,
    clock,
    fact,
)
from tests.support.scenario import Case

KEY = "C-RESERVE:1"
IN_TIME, LATE = DUE - timedelta(hours=1), DUE + timedelta(hours=1)
NEXT_DAY = DUE + timedelta(days=1)

clocks = Case(decider)

was_opened = ClockOpened(
    key=KEY,
    code=C_RESERVE,
    anchor=ANCHOR,
    anchored_at=ANCHORED,
    due=DUE,
    plan_by=None,
    because=CAUSE,
)
was_met = ClockMet(key=KEY, closed_by=CLOSING, closed_at=IN_TIME, because=CAUSE)
was_stopped = ClockStopped(
    key=KEY, why=WhyStopped.ENDED, closed_by=CLOSING, closed_at=IN_TIME, because=CAUSE
)
was_withdrawn = ClockStopped(key=KEY, why=WhyStopped.WITHDRAWN, because=CAUSE)
was_reopened = ClockReopened(key=KEY, because=CAUSE)
was_amended = ClockDueMoved(
    key=KEY,
    anchor=ANCHOR,
    anchored_at=ANCHORED,
    old_due=DUE,
    new_due=NEXT_DAY,
    plan_by=None,
    why=WhyMoved.REFERENCE_AMENDED,
    because=CAUSE,
)


def reconcile(*computed: ClockSnapshot) -> ReconcileClocks:
    return ReconcileClocks(clocks=computed, because=CAUSE)


def test_a_clock_that_runs_is_opened() -> None:
    clocks.given().when(reconcile(clock())).then(was_opened)


def test_a_clock_closed_before_anybody_looked_is_opened_and_closed() -> None:
    clocks.given().when(reconcile(clock(closed_at=IN_TIME))).then(was_opened, was_met)


def test_what_is_not_known_is_not_spoken_of() -> None:
    clocks.given().when(reconcile(clock(outcome=Outcome.NOT_KNOWN))).then()


def test_what_has_not_changed_is_not_said_again() -> None:
    clocks.given(was_opened).when(reconcile(clock())).then()
    clocks.given(was_opened, was_met).when(reconcile(clock(closed_at=IN_TIME))).then()


@pytest.mark.covers("R12", "6-15")
def test_amended_reference_data_moves_an_open_clock_and_says_from_when_to_when() -> None:
    clocks.given(was_opened).when(reconcile(clock(due=NEXT_DAY))).then(was_amended)


@pytest.mark.covers("R12", "6-15")
def test_a_closed_clock_is_not_rejudged_by_amended_reference_data() -> None:
    (
        clocks.given(was_opened, was_met)
        .when(reconcile(clock(due=NEXT_DAY, closed_at=IN_TIME)))
        .then()
    )


@pytest.mark.covers("R12")
def test_a_new_day_to_plan_by_is_said_though_the_deadline_stays() -> None:
    plan_by = date(2026, 3, 4)

    (
        clocks.given(was_opened)
        .when(reconcile(clock(plan_by=plan_by)))
        .then(was_amended.model_copy(update={"new_due": DUE, "plan_by": plan_by}))
    )


def test_a_corrected_anchor_moves_a_clock_even_when_it_is_closed() -> None:
    earlier = ANCHORED - timedelta(days=1)
    moved = was_amended.model_copy(
        update={
            "anchored_at": earlier,
            "new_due": DUE - timedelta(days=1),
            "why": WhyMoved.ANCHOR_CORRECTED,
        }
    )
    corrected = {"anchored_at": earlier, "due": DUE - timedelta(days=1)}

    clocks.given(was_opened).when(reconcile(clock().model_copy(update=corrected))).then(moved)
    (
        clocks.given(was_opened, was_met)
        .when(reconcile(clock(closed_at=IN_TIME).model_copy(update=corrected)))
        .then(moved)
    )


def test_a_clock_is_met_late_as_well_as_in_time() -> None:
    (
        clocks.given(was_opened)
        .when(reconcile(clock(closed_at=LATE)))
        .then(was_met.model_copy(update={"closed_at": LATE}))
    )


def test_a_clock_is_stopped() -> None:
    (
        clocks.given(was_opened)
        .when(reconcile(clock(closed_at=IN_TIME, outcome=Outcome.STOPPED)))
        .then(was_stopped)
    )


def test_when_it_was_met_is_said_again_when_that_is_corrected() -> None:
    (
        clocks.given(was_opened, was_met)
        .when(reconcile(clock(closed_at=LATE)))
        .then(was_met.model_copy(update={"closed_at": LATE}))
    )


def test_what_was_met_may_turn_out_to_have_been_stopped() -> None:
    (
        clocks.given(was_opened, was_met)
        .when(reconcile(clock(closed_at=IN_TIME, outcome=Outcome.STOPPED)))
        .then(was_stopped)
    )


def test_a_clock_runs_again_when_what_met_it_is_voided() -> None:
    clocks.given(was_opened, was_met).when(reconcile(clock())).then(was_reopened)
    clocks.given(was_opened, was_met, was_reopened).when(reconcile(clock())).then()


def test_a_clock_that_runs_again_takes_the_deadline_of_today() -> None:
    (
        clocks.given(was_opened, was_met)
        .when(reconcile(clock(due=NEXT_DAY)))
        .then(was_reopened, was_amended)
    )


def test_a_clock_whose_anchor_was_voided_is_withdrawn_once() -> None:
    clocks.given(was_opened).when(reconcile()).then(was_withdrawn)
    clocks.given(was_opened, was_met).when(reconcile()).then(was_withdrawn)
    clocks.given(was_opened, was_withdrawn).when(reconcile()).then()


def test_a_clock_that_can_no_longer_be_known_is_withdrawn_once() -> None:
    not_known = reconcile(clock(outcome=Outcome.NOT_KNOWN))

    clocks.given(was_opened).when(not_known).then(was_withdrawn)
    clocks.given(was_opened, was_withdrawn).when(not_known).then()


def test_a_withdrawn_clock_comes_back() -> None:
    withdrawn = clocks.given(was_opened, was_withdrawn)

    withdrawn.when(reconcile(clock())).then(was_reopened)
    withdrawn.when(reconcile(clock(closed_at=IN_TIME))).then(was_reopened, was_met)


def test_each_clock_is_looked_at_by_itself() -> None:
    other = clock("C-RESERVE:2", anchor=ANOTHER)

    (
        clocks.given(was_opened)
        .when(reconcile(clock(closed_at=IN_TIME), other))
        .then(was_met, was_opened.model_copy(update={"key": other.key, "anchor": ANOTHER}))
    )


def test_two_clocks_cannot_have_one_key() -> None:
    with pytest.raises(ValidationError):
        reconcile(clock(), clock())


@pytest.mark.parametrize(
    ("outcome", "closed_by"),
    [(Outcome.MET, None), (Outcome.STOPPED, None), (Outcome.RUNNING, CLOSING)],
)
def test_a_clock_is_closed_by_an_event_or_not_at_all(
    outcome: Outcome, closed_by: UUID | None
) -> None:
    with pytest.raises(ValidationError):
        ClockSnapshot.model_validate(
            {**clock().model_dump(), "outcome": outcome, "closed_by": closed_by}
        )


def test_what_a_capability_computes_is_what_is_reconciled() -> None:
    computed = met(
        opened(fact(ANCHORED), C_RESERVE, TERMS.limits[C_RESERVE], TERMS, key=KEY),
        fact(IN_TIME, event_id=CLOSING),
    )

    assert ClockSnapshot.of(computed) == clock(closed_at=IN_TIME)


def test_nothing_is_said_of_a_clock_before_it_is_opened_nor_is_it_opened_twice() -> None:
    with pytest.raises(CorruptHistory):
        decider.replay([was_met])
    with pytest.raises(CorruptHistory):
        decider.replay([was_opened, was_opened])


@pytest.mark.covers("R10")
def test_a_closing_took_effect_when_it_happened() -> None:
    assert was_met.effective() == IN_TIME
    assert was_stopped.effective() == IN_TIME
    assert was_withdrawn.effective() is None
    assert was_opened.effective() is None
