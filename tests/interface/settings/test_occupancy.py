"""Occupancy by setting and night: free, taken, over; on any night, as known at any instant."""

from datetime import UTC, datetime
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.children import open_child
from tests.support.registers import NOTTINGHAM, done, home, read, refused
from tests.support.service import Office

FRIDAY = datetime(2028, 3, 3, 12, tzinfo=UTC)
MONDAY_AT_09_30 = datetime(2028, 3, 6, 9, 30, tzinfo=UTC)
WEDNESDAY = datetime(2028, 3, 8, 10, tzinfo=UTC)

SATURDAY, SUNDAY = "2028-03-04", "2028-03-05"
BEFORE_IT_WAS_ENTERED = "2028-03-05T12:00:00Z"
BEFORE_IT_WAS_CORRECTED = "2028-03-07T12:00:00Z"


def move_in(office: Office, case_id: str, path: str, at: str) -> str:
    moved = {"case_id": case_id, "setting_id": path.removeprefix("/settings/"), "at": at}
    placement_id: str = done(office.post("/placements/starts", moved))["ids"]["placement_id"]
    return placement_id


@pytest.fixture(scope="module")
def told_late(shared_office: Office) -> tuple[Office, str]:
    """Moved in on Saturday, entered on Monday; on Wednesday it turns out to be Sunday."""
    office = shared_office
    office.move_clock(FRIDAY)
    case_id, path = open_child(office), home(office)
    office.move_clock(MONDAY_AT_09_30)
    placement_id = move_in(office, case_id, path, "2028-03-04T02:10:00Z")
    office.move_clock(WEDNESDAY)
    stream = f"placement-{placement_id}"
    start = office.running.streams.read(stream).events[0]  # type: ignore[arg-type]  # a stream's name
    correction = {
        "corrects": str(start.event_id),
        "at": "2028-03-05T20:00:00Z",
        "reason": "It was Sunday.",
        "approved_by": "morgan-manager",
    }
    answer = office.post(
        f"/placements/{placement_id}/start-corrections", correction, if_match='"1"'
    )
    done(answer)
    return office, path


@pytest.mark.covers("6-01", "6-02")
@pytest.mark.parametrize(
    ("night", "known", "occupied"),
    [
        (SATURDAY, BEFORE_IT_WAS_ENTERED, 0),
        (SATURDAY, BEFORE_IT_WAS_CORRECTED, 1),
        (SATURDAY, None, 0),
        (SUNDAY, None, 1),
    ],
)
def test_a_start_entered_two_days_late_and_then_corrected(
    told_late: tuple[Office, str], night: str, known: str | None, occupied: int
) -> None:
    office, path = told_late
    asked = {"night": night, **({"as_known_at": known} if known else {})}

    everywhere = read(office, "/occupancy", **asked)["settings"][0]["nights"]
    here = read(office, f"{path}/occupancy", **asked)["nights"]

    assert everywhere == here
    assert [(each["occupied"], each["free"]) for each in here] == [(occupied, 2 - occupied)]


@pytest.mark.covers("R-04", "6-17")
def test_the_night_of_leaving_is_free(office: Office) -> None:
    case_id, path = open_child(office), home(office)
    placement_id = move_in(office, case_id, path, "2026-03-02")
    left = {
        "at": "2026-03-05",
        "reason": "move_on",
        "instigator": "council",
        "destination": "independent_living",
    }
    answer = office.post(f"/placements/{placement_id}/ends", left)
    assert answer.status_code == 201, answer.text

    nights = read(office, f"{path}/occupancy", night="2026-03-01", until="2026-03-07")["nights"]

    assert [each["occupied"] for each in nights] == [0, 1, 1, 1, 0, 0]


def test_a_range_of_nights_is_asked_with_its_day_after_the_last(office: Office) -> None:
    home(office)

    page = read(office, "/occupancy", night="2026-03-01", until="2026-05-02")

    assert len(page["settings"][0]["nights"]) == 62
    assert (page["night"], page["until"]) == ("2026-03-01", "2026-05-02")
    assert len(read(office, "/occupancy", as_at="2026-03-01")["settings"][0]["nights"]) == 1


@pytest.mark.parametrize(
    ("night", "until"),
    [
        ("2026-03-01", "2026-05-03"),
        ("2026-03-01", "2026-03-01"),
        ("2026-03-02", "2026-03-01"),
    ],
)
def test_no_night_and_too_many_are_refused(sqlite_office: Office, night: str, until: str) -> None:
    path = home(sqlite_office)
    asked = {"night": night, "until": until}

    for where in ("/occupancy", f"{path}/occupancy"):
        assert refused(sqlite_office.get(where, asked)) == (422, "BAD_STRETCH_OF_NIGHTS")


def test_pages_by_home_go_on_asking_what_the_first_asked(office: Office) -> None:
    home(office, name="The Limes")
    home(office, name="The Elms")
    path = home(office, name="The Oaks")

    first = read(office, "/occupancy", night="2026-03-01", until="2026-03-03", limit=2)
    done(office.post(f"{path}/other-authority-occupancies", {"count": 1, "since": "2026-03-01"}))
    second = read(office, "/occupancy", limit=2, cursor=first["next"])

    assert [len(each["nights"]) for each in second["settings"]] == [2]
    assert second["settings"][0]["nights"][0]["other_authorities"] == 0
    assert (second["position"], second["next"]) == (first["position"], None)


def test_a_cursor_that_is_none_of_ours_is_refused(sqlite_office: Office) -> None:
    answer = sqlite_office.get("/occupancy", {"cursor": "bm9uZSBvZiBvdXJz"})

    assert refused(answer) == (422, "BAD_CURSOR")


def test_who_holds_a_place_is_shown_to_those_who_may_read_the_placement(office: Office) -> None:
    case_id, path = open_child(office), home(office)
    placement_id = move_in(office, case_id, path, "2026-03-02")
    worker = {"kind": "social_worker", "who": "casey", "since": "2026-03-02"}
    done(office.post(f"/cases/{case_id}/allocations", worker, role=Role.TEAM_MANAGER))

    def holder(**who: Any) -> str | None:
        answer = office.get(f"{path}/occupancy", {"night": "2026-03-02"}, **who)
        assert answer.status_code == 200, answer.text
        found: str | None = answer.json()["held"][0]["placement_id"]
        return found

    assert holder(role=Role.BROKER) == placement_id
    assert holder(role=Role.CASEWORKER, subject="casey") == placement_id
    assert holder(role=Role.CASEWORKER, subject="nosey") is None
    assert holder(role=Role.CASEWORKER, subject="nosey", headers={"Purpose": "break-glass"}) is None


@pytest.mark.covers("R-41")
def test_occupancy_names_no_child_and_no_other_authoritys_home(office: Office) -> None:
    case_id, path = open_child(office), home(office)
    move_in(office, case_id, path, "2026-03-02")

    own = office.get("/occupancy", {"night": "2026-03-02"})
    other = office.get("/occupancy", {"night": "2026-03-02"}, authority=NOTTINGHAM)

    assert case_id not in own.text
    assert "Otter" not in own.text
    assert other.json()["settings"] == []
