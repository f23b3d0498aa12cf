"""Foster households over HTTP: whom they are approved for, and what no home may be."""

from typing import Any

import pytest

from tests.interface.settings.test_over_capacity import move_in
from tests.support.registers import LIMES, done, refused
from tests.support.service import Office


def household(office: Office, **terms: Any) -> str:
    listed = done(office.post("/settings", {**LIMES, "provision": "fostering"}))
    path = f"/settings/{listed['ids']['setting_id']}"
    approval = {"kind": "foster_approval", "since": "2024-01-01", "foster_terms": terms}
    done(office.post(f"{path}/registrations", approval))
    return path


@pytest.mark.covers("R-14")
def test_a_household_approved_for_siblings_takes_one_family(sqlite_office: Office) -> None:
    office = sqlite_office
    path = household(office, siblings_only=True)

    def moved_in() -> set[str]:
        placement_id = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
        start = office.get(f"/placements/{placement_id}").json()["start"]
        return {each["code"] for each in start["breaches"]}

    assert "OUTSIDE_APPROVAL" not in moved_in()
    assert "OUTSIDE_APPROVAL" in moved_in()


@pytest.mark.covers("R-14", "R-117")
def test_a_child_of_another_council_is_nobodys_brother_or_sister(sqlite_office: Office) -> None:
    office = sqlite_office
    path = household(office, siblings_only=True)
    done(office.post(f"{path}/other-authority-occupancies", {"count": 1, "since": "2026-02-01"}))

    placement_id = move_in(office, path, "2026-03-01")["ids"]["placement_id"]

    start = office.get(f"/placements/{placement_id}").json()["start"]
    assert "OUTSIDE_APPROVAL" in {each["code"] for each in start["breaches"]}


@pytest.mark.covers("R-14")
def test_a_household_approved_for_boys_takes_no_girl(sqlite_office: Office) -> None:
    path = household(sqlite_office, sex="M")

    placement_id = move_in(sqlite_office, path, "2026-03-01")["ids"]["placement_id"]
    start = sqlite_office.get(f"/placements/{placement_id}").json()["start"]

    assert "OUTSIDE_APPROVAL" in {each["code"] for each in start["breaches"]}


@pytest.mark.covers("4-030", "4-062")
@pytest.mark.parametrize("kind", ["bed_and_breakfast", "hotel"])
def test_bed_and_breakfast_is_no_home_that_can_be_listed(sqlite_office: Office, kind: str) -> None:
    answer = sqlite_office.post("/settings", {**LIMES, "provision": kind})

    assert refused(answer) == (422, "INVALID_REQUEST")
