"""A calendar that any reader of RFC 5545 takes: lines, folding, escaping, days."""

from datetime import UTC, date, datetime

import pytest

from application.clock.queries import DueClock
from interface.http.feeds.icalendar import calendar, escaped, folded

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)
REVIEW = DueClock(
    stream="case-1",
    case_id=None,
    code="C-SREV-3M",
    key="C-SREV-3M:1",
    anchored_at=AT,
    due=datetime(2027, 2, 28, 23, 59, 59, tzinfo=UTC),
    plan_by=date(2027, 2, 26),
    breached=False,
)
RESPONSE = DueClock(
    stream="referral-1",
    case_id=None,
    code="C-RESP-24",
    key="C-RESP-24:1",
    anchored_at=AT,
    due=datetime(2026, 10, 24, 23, 30, tzinfo=UTC),
    plan_by=None,
    breached=True,
)


@pytest.mark.covers("R-241", "R6")
def test_a_deadline_in_days_stands_on_the_day_to_plan_by_and_names_the_day_in_law() -> None:
    lines = calendar([REVIEW], AT).split("\r\n")

    assert "DTSTART;VALUE=DATE:20270226" in lines
    assert "DTEND;VALUE=DATE:20270227" in lines
    assert "SUMMARY:C-SREV-3M\\, due Sun 28 Feb 2027" in lines
    assert "DTSTAMP:20261123T090000Z" in lines


@pytest.mark.covers("R-241", "R8")
def test_one_in_hours_stands_on_its_day_in_london_with_the_time_on_the_wall() -> None:
    lines = calendar([RESPONSE], AT).split("\r\n")

    assert "DTSTART;VALUE=DATE:20261025" in lines
    assert "SUMMARY:Overdue: C-RESP-24\\, due Sun 25 Oct 2026 at 00:30 BST" in lines


@pytest.mark.covers("R-241")
def test_an_event_is_known_again_however_its_deadline_moves_and_told_from_any_other() -> None:
    def uid(of: DueClock) -> str:
        (found,) = [line for line in calendar([of], AT).split("\r\n") if line.startswith("UID:")]
        return found

    moved = DueClock(**{name: getattr(REVIEW, name) for name in DueClock.__slots__} | {"due": AT})

    assert uid(moved) == uid(REVIEW) != uid(RESPONSE)
    assert "case-1" not in calendar([REVIEW], AT)


def test_lines_end_and_fold_as_the_standard_says() -> None:
    text = calendar([REVIEW, RESPONSE], AT)
    long = "DESCRIPTION:" + "é" * 100

    assert text.endswith("END:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 2
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(part.encode()) <= 75 for part in folded(long))
    first, *rest = folded(long)
    assert first + "".join(part.removeprefix(" ") for part in rest) == long
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
