"""Editions of the reference data over HTTP: next ones are published, none is changed."""

from typing import Any

import pytest

from domain.shared.clock_catalogue import FIRST_EDITION
from domain.shared.code_lists import ListName
from tests.support.registers import MANAGER, NOTTINGHAM, done, read, refused
from tests.support.service import Office

VOUCHED = {"in_force_from": "2027-01-01", "source": "Proclaimed", "approved_by": "dana-director"}
CALENDAR = {"edition": "2027-1", "holidays": ["2027-01-01", "2027-03-26"], **VOUCHED}
HOURS = {"edition": "2027-1", "opens": "08:30", "closes": "17:00", **VOUCHED}


def limits(**changed: Any) -> dict[str, Any]:
    shipped = {code: limit.model_dump(mode="json") for code, limit in FIRST_EDITION.items()}
    return {"edition": "2027-1", "limits": {**shipped, **changed}, **VOUCHED}


LISTS = {
    "edition": "2027-1",
    "lists": {
        name: [{"code": "a_code", "label": "A code", "since": "2027-01-01"}] for name in ListName
    },
    **VOUCHED,
}
BODIES = [
    ("code-lists", LISTS),
    ("calendar", CALENDAR),
    ("clock-limits", limits()),
    ("office-hours", HOURS),
]


@pytest.mark.parametrize(("name", "body"), BODIES)
@pytest.mark.covers("R-31")
def test_an_edition_is_in_force_from_its_day(
    office: Office, name: str, body: dict[str, Any]
) -> None:
    path = f"/reference/{name}/editions"
    done(office.post(path, body, **MANAGER))

    before, after = (read(office, path, as_at=day) for day in ("2026-12-31", "2027-01-01"))

    assert (before["in_force"] == "2027-1", after["in_force"]) == (False, "2027-1")
    first, second = after["editions"]
    assert (first["until"], second["since"]) == ("2027-01-01", "2027-01-01")
    assert second["published"]["approved_by"] == "dana-director"


@pytest.mark.parametrize(("name", "body"), BODIES)
def test_a_name_is_used_once(sqlite_office: Office, name: str, body: dict[str, Any]) -> None:
    path = f"/reference/{name}/editions"
    done(sqlite_office.post(path, body, **MANAGER))

    again = sqlite_office.post(path, {**body, "in_force_from": "2028-01-01"}, **MANAGER)

    assert refused(again) == (422, "EDITION_NAME_TAKEN")


def test_limits_name_every_clock_that_is_kept(sqlite_office: Office) -> None:
    short = limits()
    del short["limits"]["C-RESERVE"]

    answer = sqlite_office.post("/reference/clock-limits/editions", short, **MANAGER)

    assert refused(answer) == (422, "MISSING_INFORMATION")
    assert answer.json()["missing"] == ["C-RESERVE"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"C-NONSENSE": {"number": 1, "unit": "weeks"}},
        {"C-RESERVE": {"number": 0, "unit": "minutes"}},
        {"C-RESERVE": {"number": 72, "unit": "minutes", "rolls_forward": True}},
    ],
)
def test_limits_are_of_known_clocks_and_can_be_counted(
    sqlite_office: Office, wrong: dict[str, Any]
) -> None:
    answer = sqlite_office.post("/reference/clock-limits/editions", limits(**wrong), **MANAGER)

    assert refused(answer) == (422, "INVALID_REQUEST")


@pytest.mark.parametrize("closes", ["08:30", "25:00", "17:00+01:00", 61200])
def test_office_hours_are_hours_that_close_after_they_open(
    sqlite_office: Office, closes: str | int
) -> None:
    body = {**HOURS, "closes": closes}

    answer = sqlite_office.post("/reference/office-hours/editions", body, **MANAGER)

    assert refused(answer) == (422, "INVALID_REQUEST")


def test_another_council_reads_the_editions_and_publishes_none(office: Office) -> None:
    path = "/reference/calendar/editions"
    elsewhere = {**MANAGER, "authority": NOTTINGHAM}

    assert office.get(path, authority=NOTTINGHAM).status_code == 200
    assert refused(office.post(path, CALENDAR, **elsewhere)) == (404, "NOT_FOUND")


def test_what_was_published_is_read_as_it_was_known(office: Office) -> None:
    path = "/reference/calendar/editions"
    known = office.running.clock.now().isoformat()
    done(office.post(path, CALENDAR, **MANAGER))

    then = read(office, path, as_at="2027-01-01", as_known_at=known)

    assert len(then["editions"]) == 1


def test_before_anything_was_known_there_was_no_edition(sqlite_office: Office) -> None:
    path = "/reference/calendar/editions"

    then = read(sqlite_office, path, as_known_at="2000-01-01T00:00:00Z")

    assert (then["in_force"], then["editions"]) == (None, [])


def test_there_is_no_such_set(sqlite_office: Office) -> None:
    assert sqlite_office.get("/reference/weather/editions").status_code == 422
