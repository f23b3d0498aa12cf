"""Homes with more children than places: recorded, listed with their numbers, and looked into."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.children import open_child
from tests.support.racing import at_once
from tests.support.registers import NOTTINGHAM, done, home, read
from tests.support.service import Office


def move_in(office: Office, path: str, on: str) -> Any:
    """Another child moves in, at night, with nothing agreed."""
    moved = {
        "case_id": open_child(office),
        "setting_id": path.removeprefix("/settings/"),
        "at": on,
    }
    return done(office.post("/placements/starts", moved))


def tasks(office: Office, **who: Any) -> list[tuple[str, str]]:
    office.quiet()
    answer = office.get("/tasks", **who)
    assert answer.status_code == 200, answer.text
    return [(each["stream"], each["code"]) for each in answer.json()["tasks"]]


@pytest.mark.covers("6-51", "0-003")
def test_three_children_in_a_home_for_two(office: Office) -> None:
    path = home(office)
    stream = path.removeprefix("/settings/")
    for day in ("2026-03-01", "2026-03-02"):
        move_in(office, path, day)
    known = office.running.clock.now().isoformat()

    third = move_in(office, path, "2026-03-05")

    breaches = office.get(f"/placements/{third['ids']['placement_id']}").json()["start"]["breaches"]
    assert "OVER_CAPACITY" in {each["code"] for each in breaches}
    (listed,) = read(office, "/over-capacity", night="2026-03-05")["settings"]
    assert listed == {
        "setting_id": stream,
        "name": "The Limes",
        "provision": "childrens_home",
        "limit": 2,
        "taken": 3,
        "over": 1,
        "since": "2026-03-05",
        "until": None,
    }
    assert read(office, path, as_at="2026-03-01")["over"] == ["2026-03-05/.."]
    assert read(office, "/over-capacity", night="2026-03-04")["settings"] == []
    assert read(office, "/over-capacity", night="2026-03-05", as_known_at=known)["settings"] == []
    assert tasks(office) == [(f"setting-{stream}", "OVER_CAPACITY")]
    elsewhere = office.get("/over-capacity", {"night": "2026-03-05"}, authority=NOTTINGHAM)
    assert elsewhere.json()["settings"] == []


@pytest.mark.covers("6-57", "2-035")
def test_fewer_places_and_other_councils_children_put_a_home_over_its_number(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    path = home(office)
    move_in(office, path, "2026-03-01")
    done(office.post(f"{path}/other-authority-occupancies", {"count": 1, "since": "2026-03-02"}))
    assert read(office, "/over-capacity", night="2026-03-10")["settings"] == []

    done(office.post(f"{path}/capacities", {"places": 1, "since": "2026-03-08"}))

    (listed,) = read(office, "/over-capacity", night="2026-03-10")["settings"]
    assert (listed["limit"], listed["taken"], listed["since"]) == (1, 2, "2026-03-08")
    nights = read(office, f"{path}/occupancy", night="2026-03-10")["nights"]
    assert (nights[0]["other_authorities"], nights[0]["over"]) == (1, 1)


def test_pages_of_overfull_homes_are_pinned(sqlite_office: Office) -> None:
    office = sqlite_office
    for name in ("The Limes", "The Elms"):
        path = home(office, name=name, places=1)
        counted = {"count": 2, "since": "2026-03-01"}
        done(office.post(f"{path}/other-authority-occupancies", counted))

    first = read(office, "/over-capacity", night="2026-03-01", limit=1)
    second = read(office, "/over-capacity", limit=1, cursor=first["next"])

    assert {page["settings"][0]["name"] for page in (first, second)} == {"The Limes", "The Elms"}
    assert (second["position"], second["next"]) == (first["position"], None)


@pytest.mark.covers("R-64")
def test_a_closure_over_children_who_live_there_is_left_to_people(sqlite_office: Office) -> None:
    office = sqlite_office
    path = home(office)
    move_in(office, path, "2026-03-01")
    done(office.post(f"{path}/closures", {"since": "2026-08-01", "until": "2026-08-15"}))

    stream = path.replace("/settings/", "setting-")
    assert tasks(office, role=Role.TEAM_MANAGER) == [(stream, "SETTING_NOT_OPEN")]


def test_of_many_who_block_the_last_places_at_once_as_many_come_through_as_there_are_places(
    office: Office,
) -> None:
    path = home(office, places=2)

    def attempt() -> int:
        block = {"count": 1, "since": "2026-05-01", "reason": "repairs"}
        status: int = office.post(f"{path}/blocks", block).status_code
        return status

    assert sorted(map(str, at_once(*[attempt] * 5))) == ["201", "201", "422", "422", "422"]
    assert read(office, "/over-capacity", night="2026-05-01")["settings"] == []
