"""By when a child is to be seen where it lives: every pattern, and every change between two."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.placement import PlacementEvent
from domain.placement.approving import Considered, Matter
from domain.placement.events import LengthIntended, MattersConsidered
from domain.placement.visit_clocks import visit_clocks
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clocks import Clock, Outcome, is_breached
from domain.shared.moments import end_of_day, london_day
from domain.shared.vocabulary import EventId, LegalStatus, Provision
from tests.support.cases import became, ceased, changed, reviewed
from tests.support.clocks import TERMS
from tests.support.placements import (
    arrangement,
    ended,
    history,
    imported,
    start_corrected,
    started,
)
from tests.support.visits import WORKER, attempted, child, corrected, in_vain, visit, visited

START = date(2026, 2, 25)
WITH_PARENTS = arrangement(provision=Provision.WITH_PARENTS, provider_id=None)
CHILD = child()
DAY = timedelta(days=1)


def due(events: Sequence[PlacementEvent], of: ChildInLaw = CHILD) -> list[tuple[str, date, str]]:
    """What fell due, by code and London day, and how it stands."""
    found = visit_clocks(history(*events), TERMS, of)
    return [(each.code, london_day(each.due.at), each.outcome.value) for each in found]


def last(events: Sequence[PlacementEvent], of: ChildInLaw = CHILD) -> tuple[str, date, str]:
    return due(events, of)[-1]


def moved_in(on: date = START) -> PlacementEvent:
    return started(on)


def home_to_parents(on: date = START) -> PlacementEvent:
    return started(on, where=WITH_PARENTS)


@pytest.mark.covers("T29", "C-VISIT-1W", "C-VISIT-6W")
def test_the_first_visit_is_due_within_a_week_and_the_next_six_weeks_after_it() -> None:
    met_on_the_day = [moved_in(), visited(date(2026, 3, 4))]

    assert due([moved_in()]) == [("C-VISIT-1W", date(2026, 3, 4), "running")]
    assert due(met_on_the_day) == [
        ("C-VISIT-1W", date(2026, 3, 4), "met"),
        ("C-VISIT-6W", date(2026, 4, 15), "running"),
    ]


@pytest.mark.covers("C-VISIT-1W", "R-137")
def test_a_visit_at_which_the_child_was_not_seen_restarts_nothing() -> None:
    tried = [moved_in(), attempted(date(2026, 3, 3))]
    put_right = corrected(visit(date(2026, 3, 3)), in_vain(date(2026, 3, 3)), EventId(UUID(int=2)))

    assert due(tried) == [("C-VISIT-1W", date(2026, 3, 4), "running")]
    assert due([moved_in(), visited(date(2026, 3, 3)), put_right]) == due(tried)


@pytest.mark.covers("C-VISIT-3M", "C-VISIT-6W", "R-137", "R-139")
@pytest.mark.parametrize(
    ("until_18", "seen", "expected"),
    [
        (True, date(2027, 2, 24), ("C-VISIT-6W", date(2027, 4, 7), "running")),
        (True, date(2027, 2, 25), ("C-VISIT-3M", date(2027, 5, 25), "running")),
        (False, date(2027, 2, 25), ("C-VISIT-6W", date(2027, 4, 8), "running")),
    ],
)
def test_after_the_first_year_three_months_if_it_is_meant_to_last(
    until_18: bool,  # noqa: FBT001
    seen: date,
    expected: tuple[str, date, str],
) -> None:
    meant = LengthIntended(until_18=until_18, on=START + DAY, by=WORKER)

    assert last([moved_in(), visited(START + DAY), meant, visited(seen)]) == expected


@pytest.mark.covers("C-VISIT-WEEKLY", "6-41", "R-139")
def test_with_parents_weekly_until_the_first_review_and_then_six_weeks() -> None:
    under_order = child(legal_status=LegalStatus.CARE_ORDER)
    seen = [home_to_parents(), visited(date(2026, 3, 2))]
    after = child(reviewed(date(2026, 3, 5)), legal_status=LegalStatus.CARE_ORDER)

    assert last(seen, under_order) == ("C-VISIT-WEEKLY", date(2026, 3, 9), "running")
    assert due(seen, after)[1:] == [
        ("C-VISIT-WEEKLY", date(2026, 3, 9), "stopped"),
        ("C-VISIT-WEEKLY", date(2026, 4, 13), "running"),
    ]


@pytest.mark.covers("C-VISIT-WEEKLY", "R-139")
def test_with_parents_who_were_assessed_it_is_as_anywhere_but_under_an_interim_order() -> None:
    matter = Considered(matter=Matter.PARENTS_ASSESSED, on=START + DAY, how="By two workers.")
    assessed = MattersConsidered(matters=(matter,), by=WORKER)
    seen = [home_to_parents(), assessed, visited(date(2026, 3, 2))]

    under_order = child(legal_status=LegalStatus.CARE_ORDER)
    assert last(seen, under_order) == ("C-VISIT-6W", date(2026, 4, 13), "running")
    interim = child(legal_status=LegalStatus.INTERIM_CARE_ORDER)
    assert last(seen, interim) == ("C-VISIT-WEEKLY", date(2026, 3, 9), "running")


@pytest.mark.covers("C-VISIT-WEEKLY", "6-41")
def test_an_interim_order_with_parents_weekly_and_then_four_weeks() -> None:
    interim = LegalStatus.INTERIM_CARE_ORDER
    seen = [home_to_parents(), visited(date(2026, 3, 2))]
    reviewed_since = child(reviewed(date(2026, 3, 5)), legal_status=interim)
    reviewed_before = child(reviewed(date(2026, 2, 20)), legal_status=interim)

    assert last(seen, reviewed_since) == ("C-VISIT-WEEKLY", date(2026, 3, 30), "running")
    assert last(seen, reviewed_before) == ("C-VISIT-WEEKLY", date(2026, 3, 9), "running")


@pytest.mark.covers("6-41", "R-137")
def test_an_order_made_mid_placement_tightens_from_its_day_and_makes_nobody_late() -> None:
    seen = [home_to_parents(), visited(date(2026, 3, 2)), visited(date(2026, 4, 1))]
    reviewed_then = reviewed(date(2026, 3, 5))
    ordered = changed(date(2026, 4, 20), LegalStatus.INTERIM_CARE_ORDER)

    accommodated = child(reviewed_then)
    assert last(seen, accommodated) == ("C-VISIT-WEEKLY", date(2026, 5, 13), "running")
    assert due(seen, child(reviewed_then, ordered))[-2:] == [
        ("C-VISIT-WEEKLY", date(2026, 5, 13), "stopped"),
        ("C-VISIT-WEEKLY", date(2026, 4, 29), "running"),
    ]


@pytest.mark.covers("6-41", "R-137")
def test_a_shorter_interval_that_is_past_already_leaves_a_week_from_the_change() -> None:
    seen = [home_to_parents(), visited(date(2026, 3, 2)), visited(date(2026, 4, 1))]
    reviewed_then = reviewed(date(2026, 3, 5))

    for on, expected in (
        (date(2026, 5, 4), date(2026, 5, 11)),
        (date(2026, 5, 11), date(2026, 5, 13)),
    ):
        ordered = changed(on, LegalStatus.INTERIM_CARE_ORDER)
        assert last(seen, child(reviewed_then, ordered))[1] == expected


@pytest.mark.covers("C-VISIT-CO-PARENT", "R-137")
def test_a_care_order_made_with_parents_asks_for_a_visit_within_its_week() -> None:
    seen = [home_to_parents(), visited(date(2026, 3, 2)), visited(date(2026, 3, 9))]
    made = changed(date(2026, 3, 12), LegalStatus.CARE_ORDER)
    under_order = child(made, legal_status=LegalStatus.INTERIM_CARE_ORDER)

    assert last(seen, under_order) == ("C-VISIT-CO-PARENT", date(2026, 3, 19), "running")
    assert last([*seen, visited(date(2026, 3, 18))], under_order) == (
        "C-VISIT-CO-PARENT",
        date(2026, 4, 29),
        "running",
    )


@pytest.mark.covers("C-VISIT-1W")
def test_the_first_visit_stays_due_when_it_was_whatever_is_ordered_meanwhile() -> None:
    made = changed(START + 2 * DAY, LegalStatus.CARE_ORDER)
    assert due([home_to_parents()], child(made)) == [("C-VISIT-1W", date(2026, 3, 4), "running")]


@pytest.mark.covers("6-41")
def test_elsewhere_than_with_parents_an_order_changes_no_visits() -> None:
    seen = [moved_in(), visited(date(2026, 3, 2))]
    ordered = child(changed(date(2026, 3, 12), LegalStatus.INTERIM_CARE_ORDER))

    assert due(seen, ordered) == due(seen)


@pytest.mark.covers("R-137")
def test_what_had_run_out_stays_run_out_until_the_child_is_seen() -> None:
    seen = [home_to_parents(), visited(date(2026, 3, 2))]
    late = child(reviewed(date(2026, 3, 20)), legal_status=LegalStatus.CARE_ORDER)

    assert last(seen, late) == ("C-VISIT-WEEKLY", date(2026, 3, 9), "running")


@pytest.mark.covers("6-29", "C-VISIT-1W")
def test_each_placement_has_a_first_visit_of_its_own() -> None:
    moved = [started(date(2026, 3, 17))]
    assert due(moved) == [("C-VISIT-1W", date(2026, 3, 24), "running")]


@pytest.mark.covers("6-25")
def test_a_placement_that_fails_the_same_night_stops_its_first_visit() -> None:
    assert due([moved_in(), ended(START)]) == [("C-VISIT-1W", date(2026, 3, 4), "stopped")]


@pytest.mark.covers("6-38", "R-138")
def test_visits_stop_on_the_18th_birthday() -> None:
    nearly = child(born_on=date(2008, 4, 15))
    a_day_later = child(born_on=date(2008, 4, 16))
    seen = [moved_in(), visited(date(2026, 3, 4))]

    assert last(seen, nearly) == ("C-VISIT-1W", date(2026, 3, 4), "met")
    assert last(seen, a_day_later) == ("C-VISIT-6W", date(2026, 4, 15), "running")


@pytest.mark.covers("6-40", "R-138")
def test_who_is_not_looked_after_is_owed_no_visit_until_it_comes_to_be() -> None:
    later = child(since=date(2026, 3, 10))
    gone = child(ceased(date(2026, 3, 20)))
    never = child(legal_status=LegalStatus.SHORT_BREAKS)

    assert due([moved_in()], never) == []
    assert due([moved_in()], later) == [("C-VISIT-1W", date(2026, 3, 17), "running")]
    assert due([moved_in(), visited(date(2026, 3, 4))], gone) == [
        ("C-VISIT-1W", date(2026, 3, 4), "met"),
        ("C-VISIT-6W", date(2026, 4, 15), "stopped"),
    ]


@pytest.mark.covers("6-30", "C-VISIT-1W")
def test_who_comes_back_into_care_in_the_same_home_is_visited_as_from_a_start() -> None:
    again = child(ceased(date(2026, 3, 20)), became(date(2026, 3, 27)))
    assert last([moved_in(), visited(date(2026, 3, 4))], again) == (
        "C-VISIT-1W",
        date(2026, 4, 3),
        "running",
    )


@pytest.mark.covers("6-01", "6-02")
def test_a_start_that_is_corrected_takes_its_first_visit_along() -> None:
    moved = [moved_in(), start_corrected(date(2026, 3, 3), was=START), visited(date(2026, 3, 9))]
    assert due(moved)[0] == ("C-VISIT-1W", date(2026, 3, 10), "met")


@pytest.mark.covers("R-138")
def test_what_was_brought_in_from_elsewhere_is_visited_from_the_day_we_were_told() -> None:
    past = imported(history(moved_in()))
    found = visit_clocks(past, TERMS, CHILD)
    assert [(e.code, london_day(e.due.at)) for e in found if e.outcome is Outcome.RUNNING] == [
        ("C-VISIT-6W", date(2027, 2, 12))
    ]


DAYS = st.integers(min_value=0, max_value=900).map(lambda n: START + timedelta(days=n))


@given(
    st.lists(DAYS, max_size=12),
    st.lists(DAYS, max_size=3),
    st.sampled_from([home_to_parents(), moved_in()]),
)
def test_whatever_happens_one_visit_is_owed_at_a_time_and_never_later_than_three_months(
    seen: list[date], reviews: list[date], start: PlacementEvent
) -> None:
    meant = LengthIntended(until_18=True, on=START, by=WORKER)
    of = child(*map(reviewed, sorted(reviews)), legal_status=LegalStatus.CARE_ORDER)

    found = visit_clocks(history(start, meant, *map(visited, seen)), TERMS, of)

    assert [each.outcome for each in found].count(Outcome.RUNNING) == 1
    assert sum(each.outcome is Outcome.MET for each in found) == len(seen)
    longest = timedelta(days=92)
    assert all(london_day(e.due.at) - london_day(e.anchored_at) <= longest for e in found)
    assert len({each.key for each in found}) == len(found)


@given(st.lists(DAYS, min_size=1, max_size=12))
def test_a_child_seen_every_week_is_never_late(days: list[date]) -> None:
    weekly = [START + timedelta(days=7 * n) for n in range(1, 13)]
    of = child(*map(reviewed, sorted(days)), legal_status=LegalStatus.INTERIM_CARE_ORDER)

    found: Sequence[Clock] = visit_clocks(
        history(home_to_parents(), *map(visited, weekly)), TERMS, of
    )

    assert not any(is_breached(each, end_of_day(weekly[-1])) for each in found)
