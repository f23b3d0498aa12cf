"""Kept in a secure home: 72 hours without a court, and then for as long as one allows it."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.placement import Placement, PlacementCommand, decider
from domain.placement.commands import RecordCourtAuthority
from domain.placement.court_authority import AuthorityOfCourt
from domain.placement.events import CourtAuthorityRecorded, PlacementEvent, SettingChanged
from domain.placement.new_home import NewHome
from domain.placement.secure_clocks import secure
from domain.shared.clocks import is_breached
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import When
from domain.shared.vocabulary import Provision, SettingId
from tests.support.clocks import TERMS
from tests.support.placements import BROKER, arrangement, ended, history, started
from tests.support.scenario import Case

placement: Case[PlacementCommand, Placement, PlacementEvent] = Case(decider)

MOVED_IN = datetime(2026, 3, 27, 18, tzinfo=UTC)
SECURE = arrangement(provision=Provision.SECURE_HOME)
THERE = started(MOVED_IN, where=SECURE)
HOUR = timedelta(hours=1)


def allowed(from_: When, until: date | None = None) -> CourtAuthorityRecorded:
    return CourtAuthorityRecorded(
        kind=AuthorityOfCourt.SECURE_ACCOMMODATION_ORDER, from_=from_, until=until, by=BROKER
    )


def ask(from_: When, until: date | None = None) -> RecordCourtAuthority:
    return RecordCourtAuthority(**dict(allowed(from_, until)))


def standing(*events: PlacementEvent) -> Sequence[tuple[datetime, str]]:
    return [(each.due.at, each.outcome.value) for each in secure(history(*events), TERMS)]


@pytest.mark.covers("R-242")
def test_a_courts_authority_is_recorded_whenever_it_was_made_and_of_a_secure_home_alone() -> None:
    before, after = MOVED_IN - HOUR, MOVED_IN + HOUR
    for made in (before, after):
        placement.given(THERE).when(ask(made)).then(allowed(made))
    placement.given(THERE, ended(after)).when(ask(after)).then(allowed(after))
    backwards = ask(after, until=date(2026, 3, 26))
    placement.given(THERE).when(backwards).then_refused(EffectiveBeforeStream)
    placement.given(started()).when(ask(MOVED_IN)).then_refused(WrongState)


@pytest.mark.covers("C-SECURE-72", "R-242", "R8")
def test_seventy_two_hours_run_through_the_night_on_which_the_clocks_change() -> None:
    due = datetime(2026, 3, 30, 18, tzinfo=UTC)

    assert standing(THERE) == [(due, "running")]
    assert standing(THERE, allowed(due)) == [(due, "met")]
    assert standing(THERE, ended(MOVED_IN + HOUR)) == [(due, "stopped")]
    assert standing(started(MOVED_IN)) == []


@pytest.mark.covers("C-SECURE-72", "R-242")
def test_an_order_that_runs_out_is_followed_by_another_or_by_leaving() -> None:
    order = allowed(MOVED_IN, until=date(2026, 4, 10))
    lapses = datetime(2026, 4, 10, 23, tzinfo=UTC)
    in_time, late = allowed(date(2026, 4, 11)), allowed(date(2026, 4, 12))

    def last(*events: PlacementEvent) -> tuple[datetime, str, bool]:
        found = secure(history(THERE, order, *events), TERMS)
        (clock,) = [each for each in found if each.due.at == lapses]
        return clock.due.at, clock.outcome.value, is_breached(clock, lapses + 100 * HOUR)

    assert last() == (lapses, "running", True)
    assert last(in_time) == (lapses, "met", False)
    assert last(late) == (lapses, "met", True)
    assert last(ended(lapses - HOUR)) == (lapses, "stopped", False)


@pytest.mark.covers("R-242")
def test_an_order_that_was_over_before_the_child_came_allows_nothing() -> None:
    over = allowed(MOVED_IN - 48 * HOUR, until=date(2026, 3, 26))

    assert standing(THERE, over)[0][1] == "running"


@pytest.mark.covers("C-SECURE-72", "R-242")
def test_who_is_moved_out_of_a_secure_home_by_its_provider_is_kept_no_longer() -> None:
    moved = SettingChanged(
        was=SECURE.setting_id,
        to=NewHome(
            setting_id=SettingId(UUID(int=77)),
            provider_id=SECURE.provider_id,
            provision=Provision.RESIDENTIAL_SCHOOL,
        ),
        at=MOVED_IN + HOUR,
        same_area=True,
        approval_needed=None,
        by=BROKER,
    )
    afterwards = allowed(MOVED_IN + 90 * HOUR)

    assert [outcome for _, outcome in standing(THERE, moved)] == ["stopped"]
    assert [outcome for _, outcome in standing(THERE, moved, afterwards)] == ["stopped"]


def next_home(since: datetime, *before: Sequence[PlacementEvent]) -> Sequence[tuple[datetime, str]]:
    """How it stands in the last of several secure homes, from when the child moved into it."""
    there = history(started(since, where=SECURE))
    found = secure(there, TERMS, [history(*each) for each in before])
    return [(each.due.at, each.outcome.value) for each in found]


@pytest.mark.covers("C-SECURE-72", "R-225")
def test_a_move_to_another_secure_home_winds_nothing_back() -> None:
    due = MOVED_IN + 72 * HOUR
    second, third = MOVED_IN + 50 * HOUR, MOVED_IN + 70 * HOUR
    first: list[PlacementEvent] = [THERE, ended(second)]
    then: list[PlacementEvent] = [started(second, where=SECURE), ended(third)]

    assert next_home(second, first) == [(due, "running")]
    assert next_home(third, first, then) == [(due, "running")]
    assert next_home(third, then, first) == [(due, "running")]
    still_there = [THERE]
    assert next_home(second, still_there) == [(due, "running")]


@pytest.mark.covers("C-SECURE-72", "R-225")
def test_after_a_night_elsewhere_or_a_home_that_is_not_secure_it_begins_anew() -> None:
    again = MOVED_IN + 50 * HOUR
    anew = [(again + 72 * HOUR, "running")]

    assert next_home(again, [THERE, ended(again - 24 * HOUR)]) == anew
    assert next_home(again, [started(MOVED_IN), ended(again)]) == anew


@pytest.mark.covers("C-SECURE-72", "R-225")
def test_what_a_court_allowed_goes_with_the_child_and_runs_out_there() -> None:
    second, last = MOVED_IN + 90 * HOUR, date(2026, 4, 10)
    lapses = datetime(2026, 4, 10, 23, tzinfo=UTC)
    order = allowed(MOVED_IN + HOUR, until=last)
    allowed_before: list[PlacementEvent] = [THERE, order, ended(second)]

    assert next_home(second, allowed_before) == [
        (MOVED_IN + 72 * HOUR, "met"),
        (lapses, "running"),
    ]
