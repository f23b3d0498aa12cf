"""A start entered two days late and then corrected: each question has its own right answer."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.support.children import correct_move, list_setting, move_in, open_child
from tests.support.service import Office

FRIDAY = datetime(2028, 3, 3, 12, tzinfo=UTC)
SATURDAY_AT_02_10 = datetime(2028, 3, 4, 2, 10, tzinfo=UTC)
SUNDAY_AT_20 = datetime(2028, 3, 5, 20, tzinfo=UTC)
MONDAY_AT_09_30 = datetime(2028, 3, 6, 9, 30, tzinfo=UTC)
WEDNESDAY = datetime(2028, 3, 8, 10, tzinfo=UTC)

SATURDAY, SUNDAY = "2028-03-04", "2028-03-05"
BEFORE_IT_WAS_ENTERED = "2028-03-05T12:00:00Z"
BEFORE_IT_WAS_CORRECTED = "2028-03-07T12:00:00Z"


@pytest.fixture(scope="module")
def told_late(shared_office: Office) -> tuple[Office, str]:
    """Moved in on Saturday night, entered on Monday; on Wednesday it turns out to be Sunday."""
    office = shared_office
    office.move_clock(FRIDAY)
    case_id, home = open_child(office), list_setting(office.running)
    office.move_clock(MONDAY_AT_09_30)
    placement_id = move_in(office.running, case_id, SATURDAY_AT_02_10, home)
    office.move_clock(WEDNESDAY)
    correct_move(office.running, placement_id, SUNDAY_AT_20)
    return office, case_id


def asked(told: tuple[Office, str], day: str, known: str | None = None, of: str = "") -> Any:
    office, case_id = told
    times = {"as_at": day, **({"as_known_at": known} if known else {})}
    answer = office.get(f"/cases/{case_id}{of}", times)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["as_at"], answer.json()["as_known_at"]) == (day, known)
    return answer.json()


@pytest.mark.covers("6-01", "6-02")
def test_four_pairs_of_times_give_the_four_right_answers(told_late: tuple[Office, str]) -> None:
    def lived_since(day: str, known: str | None) -> str | None:
        where: dict[str, str] | None = asked(told_late, day, known)["lives_at"]
        return where["since"] if where else None

    assert lived_since(SATURDAY, BEFORE_IT_WAS_ENTERED) is None
    assert lived_since(SATURDAY, BEFORE_IT_WAS_CORRECTED) == "2028-03-04T02:10:00Z"
    assert lived_since(SATURDAY, None) is None
    assert lived_since(SUNDAY, None) == "2028-03-05T20:00:00Z"


@pytest.mark.covers("6-01", "6-02")
def test_the_first_review_is_due_from_the_start_as_it_was_known(
    told_late: tuple[Office, str],
) -> None:
    def plan_by(known: str | None) -> str:
        due = asked(told_late, "2028-03-06", known)["due"]
        day: str = next(each for each in due if each["code"] == "C-PKG-2W")["due"]
        return day

    assert plan_by(BEFORE_IT_WAS_CORRECTED) == "2028-03-18T23:59:59Z"
    assert plan_by(None) == "2028-03-19T23:59:59Z"


def test_the_word_is_the_start_before_and_the_correction_after(
    told_late: tuple[Office, str],
) -> None:
    before = asked(told_late, SUNDAY, BEFORE_IT_WAS_CORRECTED)["lives_at"]["word"]
    after = asked(told_late, SUNDAY)["lives_at"]["word"]

    assert before["recorded_at"].startswith("2028-03-06T09:30")
    assert after["recorded_at"].startswith("2028-03-08T10:00")
    assert after["position"] > before["position"]


def test_a_case_is_not_found_before_it_was_known(told_late: tuple[Office, str]) -> None:
    office, case_id = told_late

    for path in ("", "/timeline", "/clocks", "/breaches"):
        answer = office.get(f"/cases/{case_id}{path}", {"as_known_at": "2028-03-01T00:00:00Z"})
        assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")


@pytest.mark.covers("6-02", "6-05")
def test_the_correction_stands_beside_the_start_in_the_timeline(
    told_late: tuple[Office, str],
) -> None:
    known_then = asked(told_late, SUNDAY, BEFORE_IT_WAS_CORRECTED, "/timeline")["entries"]
    known_now = asked(told_late, SUNDAY, None, "/timeline")["entries"]

    (start,) = [each for each in known_now if each["milestone"] == "placed"]
    assert start["effective_at"] == "2028-03-05T20:00:00Z"
    assert start["first_told_as"] == "2028-03-04T02:10:00Z"
    (correction,) = start["corrections"]
    assert correction["corrects"] == start["word"]["event_id"]
    assert "moved in on 5 March 2028 at 20:00" in correction["sentence"]
    (as_told,) = [each for each in known_then if each["milestone"] == "placed"]
    assert (as_told["effective_at"], as_told["corrections"]) == ("2028-03-04T02:10:00Z", [])


def test_the_days_agree_whichever_way_the_day_is_named(told_late: tuple[Office, str]) -> None:
    """As at the day of `as_known_at`, where no other day is named."""
    office, case_id = told_late
    known = office.get(f"/cases/{case_id}", {"as_known_at": BEFORE_IT_WAS_ENTERED}).json()

    assert known["as_at"] == date(2028, 3, 5).isoformat()
