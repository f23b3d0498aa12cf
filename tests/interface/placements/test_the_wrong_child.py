"""A move that was recorded for the wrong child: out of that record, on the right one, and told."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.placing import (
    Placing,
    child,
    done,
    open_house,
    refused,
    settled,
    stay_of,
)
from tests.support.service import Office


def void(placing: Placing, **said: Any) -> Any:
    word = {"reason": "It was her cousin who moved in.", "approved_by": "morgan-manager"}
    corrects = {"corrects": placing.read()["start"]["corrects_next"]}
    return placing.act("start-voids", word | corrects | said, role=Role.TEAM_MANAGER)


@pytest.mark.covers("6-03", "R-207")
def test_what_was_recorded_for_the_wrong_child_is_recorded_for_the_right_one(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=1)
    wrong, right = child(office), child(office)
    moved = {"setting_id": str(house.setting_id), "at": "2026-03-07T02:10:00Z"}
    began = settled(office, office.post("/placements/starts", moved | {"case_id": wrong}))
    placing = Placing(office, wrong, house, "", began["ids"]["placement_id"])
    anew = moved | {"case_id": right, "in_place_of": placing.placement_id}
    assert refused(office.post("/placements/starts", anew))[1] == "WRONG_STATE"

    assert refused(void(placing, approved_by="demo-team_manager"))[1] == "CONFLICT_OF_INTEREST"
    done(void(placing))
    later = anew | {"at": "2026-03-08T02:10:00Z"}
    assert refused(office.post("/placements/starts", later))[1] == "WRONG_STATE"
    again = settled(office, office.post("/placements/starts", anew))["ids"]["placement_id"]

    found = Placing(office, right, house, "", again).read()
    assert found["start"]["at"] == moved["at"]
    assert "OVER_CAPACITY" not in {each["code"] for each in found["start"]["breaches"]}
    assert office.get(placing.path).status_code == 404
    kept = office.get(placing.path, role=Role.DPO).json()
    assert (kept["stage"], kept["start"], kept["lives_here"]) == ("voided", None, False)
    assert kept["voided"]["recorded_anew"] == again
    assert stay_of(office, house, placing.placement_id) is None

    office.quiet()
    told = office.get(f"/cases/{wrong}/timeline").text
    assert "placement" not in {each["name"].split(".")[0] for each in _entries(office, wrong)}
    assert placing.placement_id not in told
    assert office.get(f"/cases/{wrong}/clocks").json()["clocks"] == []
    assert office.get(f"/cases/{right}/clocks").json()["clocks"]
    waiting = office.get(
        "/tasks", {"about": f"placement-{placing.placement_id}"}, role=Role.DPO
    ).json()["tasks"]
    assert [each["code"] for each in waiting] == ["DATA_BREACH_TO_JUDGE"]
    read = office.get("/access-log", {"case_id": wrong}, role=Role.DPO).json()["lines"]
    assert f"placement-{placing.placement_id}" in {each["resource"] for each in read}


def _entries(office: Office, case_id: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = office.get(f"/cases/{case_id}/timeline").json()["entries"]
    return found
