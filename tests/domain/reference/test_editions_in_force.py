from collections.abc import Sequence
from datetime import date

import pytest

from domain.reference.chronology import edition_in_force, editions
from domain.reference.events import CalendarPublished, ReferenceEvent
from domain.shared.envelope import Recorded
from tests.support.clocks import log
from tests.support.references import calendar_published

NEW_YEAR, SUMMER = date(2026, 1, 1), date(2026, 7, 1)

first = calendar_published("first", in_force_from=NEW_YEAR)
second = calendar_published("second", in_force_from=SUMMER)


def named(day: date, *history: CalendarPublished) -> str | None:
    found = edition_in_force(log(*history), day)
    return found.edition if found else None


@pytest.mark.covers("R12")
def test_an_edition_is_in_force_from_its_day_until_the_next_one_s() -> None:
    assert named(NEW_YEAR, first, second) == "first"
    assert named(date(2026, 6, 30), first, second) == "first"
    assert named(SUMMER, first, second) == "second"


def test_before_the_first_edition_none_is_in_force() -> None:
    assert named(date(2025, 12, 31), first, second) is None


def test_the_order_is_that_of_their_days_not_of_publication() -> None:
    assert named(date(2026, 3, 1), second, first) == "first"
    assert named(date(2026, 8, 1), second, first) == "second"


def test_of_two_editions_for_the_same_day_the_one_published_last_holds() -> None:
    corrected = calendar_published("corrected", in_force_from=NEW_YEAR)

    assert named(NEW_YEAR, first, corrected, second) == "corrected"
    assert named(date(2026, 3, 1), first, corrected, second) == "corrected"


def test_a_period_names_the_events_that_began_and_ended_it() -> None:
    history: Sequence[Recorded[ReferenceEvent]] = log(first, second)

    earlier, later = editions(history)

    assert (earlier.source, earlier.ended_by) == (history[0].event_id, history[1].event_id)
    assert (later.until, later.ended_by) == (None, None)
