"""The vectors of docs/domain/03, 3.4, told and read as people do.

Days that are past when the tests are run are told as the facts they are; for days to come
the clock is moved first. The two readings of a vector are the same.
"""

from datetime import UTC, date, datetime, time

import pytest

from domain.shared.moments import london_day
from tests.support.placing import (
    Placing,
    advance,
    child,
    clocks,
    done,
    looked_after,
    open_house,
    proposed,
    settled,
)
from tests.support.service import Office

NOON = time(12, tzinfo=UTC)


def until(office: Office, day: str) -> None:
    advance(office, datetime.combine(date.fromisoformat(day), NOON))


def due_and_plan_by(office: Office, case_id: str, code: str) -> tuple[str, str | None]:
    """The London day on which the newest running clock of a code is due, and its plan-by."""
    running = [
        each
        for each in clocks(office, case_id)
        if (each["code"], each["outcome"]) == (code, "running")
    ]
    (found,) = running
    return london_day(datetime.fromisoformat(found["due"])).isoformat(), found["plan_by"]


def moved_in(office: Office, at: str) -> Placing:
    case_id, house = child(office), open_house(office)
    body = {"case_id": case_id, "setting_id": str(house.setting_id), "at": at}
    started = settled(office, office.post("/placements/starts", body))
    placement_id = started["ids"]["placement_id"]
    return Placing(office, case_id, house, "", placement_id)


@pytest.mark.covers("T1", "T2", "T3", "T4", "T5", "C-SREV-20")
def test_the_first_statutory_review_is_due_twenty_working_days_on(office: Office) -> None:
    expected = {
        "2026-03-02": "2026-03-30",
        "2026-03-13": "2026-04-14",
        "2026-05-04": "2026-06-02",
        "2026-12-04": "2027-01-06",
        "2026-12-05": "2027-01-06",
    }
    found = {}
    for since in expected:
        until(office, since)
        case_id = child(office, matrix=None)
        looked_after(office, case_id, since)
        found[since], _ = due_and_plan_by(office, case_id, "C-SREV-20")

    assert found == expected


@pytest.mark.covers("T13", "T14", "6-27", "C-PKG-2W", "4-220")
def test_the_first_package_review_is_due_two_weeks_on_and_planned_before_the_holiday(
    office: Office,
) -> None:
    expected = {
        "2026-12-11": ("2026-12-25", "2026-12-24"),
        "2026-12-14": ("2026-12-28", "2026-12-24"),
    }
    found = {}
    for start in expected:
        until(office, start)
        placing = moved_in(office, start)
        found[start] = due_and_plan_by(office, placing.case_id, "C-PKG-2W")

    assert found == expected


@pytest.mark.covers("T15", "C-PKG-3M", "4-221")
def test_the_next_package_review_is_due_three_months_after_the_last(office: Office) -> None:
    placing = moved_in(office, "2025-12-22")
    done(placing.review("2026-01-03", ratings=[]))

    assert due_and_plan_by(office, placing.case_id, "C-PKG-3M") == ("2026-04-03", "2026-04-02")


@pytest.mark.covers("R-19", "C-PKG-3M")
def test_a_first_review_never_held_still_yields_the_next_date(sqlite_office: Office) -> None:
    placing = moved_in(sqlite_office, "2026-03-03")

    assert due_and_plan_by(sqlite_office, placing.case_id, "C-PKG-2W")[0] == "2026-03-17"
    assert due_and_plan_by(sqlite_office, placing.case_id, "C-PKG-3M")[0] == "2026-06-17"


@pytest.mark.covers("T26", "T27", "T28", "C-NOT-30", "C-NOT-14", "4-233", "4-234")
def test_notice_runs_out_so_many_days_on_and_never_rolls(sqlite_office: Office) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=9)
    first, second, third = (proposed(office, house).started() for _ in range(3))

    def served(placing: Placing, on: str, reason: str, code: str) -> tuple[str, str]:
        until(office, on)
        done(placing.notice(on, reason))
        (notice,) = placing.read()["notices"]
        due, _ = due_and_plan_by(office, placing.case_id, code)
        return notice["earliest_end"], due

    specific, general = "more_specific_reason", "any_general_reason"
    assert served(first, "2026-12-14", specific, "C-NOT-14") == ("2026-12-28", "2026-12-28")
    assert served(second, "2027-01-30", general, "C-NOT-30") == ("2027-03-01", "2027-03-01")
    assert served(third, "2028-01-30", general, "C-NOT-30") == ("2028-02-29", "2028-02-29")
