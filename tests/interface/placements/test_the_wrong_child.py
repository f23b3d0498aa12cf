"""A move that was recorded for the wrong child: out of that record, on the right one, and told."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from interface.http import placements
from interface.http.refusals.described import routes_of
from tests.support.placing import (
    Placing,
    child,
    done,
    open_house,
    proposed,
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


@pytest.mark.covers("R-191", "R-207")
def test_no_route_of_it_is_read_but_by_whom_it_concerns_or_as_known_before(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office)
    placing = proposed(office, house).started()
    before = {"as_known_at": office.running.clock.now().isoformat().replace("+00:00", "Z")}
    office.move_clock(office.running.clock.now() + timedelta(minutes=1))
    done(void(placing))
    theirs = house.signatory
    callers: list[tuple[str, dict[str, Any]]] = [
        *((role, {"role": role}) for role in (Role.BROKER, Role.CASEWORKER)),
        *((role, {"role": role}) for role in (Role.FUNDING_AUTHORISER, Role.FINANCE_OFFICER)),
        ("provider", theirs),
    ]
    routes = [
        route.path.format(placement_id=placing.placement_id)
        for route in routes_of(placements.ROUTERS)
        if "{placement_id}" in route.path and "GET" in (route.methods or ())
    ]
    shown = [(r, name) for r in routes for name, who in callers if office.get(r, **who).is_success]
    assert len(routes) > 3
    assert shown == []
    for what in ("", "/agreement", "/costs"):
        path = f"{placing.path}{what}"
        assert office.get(path, role=Role.AUDITOR).status_code == 200
        assert office.get(path, before, role=Role.FUNDING_AUTHORISER).status_code == 200
    assert office.get(f"{placing.path}/own-agreement", before, **theirs).status_code == 422
    raised = {"kind": "safeguarding_alert", "categories": ["restraint"], "source": "child"}
    about = {"placements": [placing.placement_id], "aware_at": "2026-03-10T22:50:00Z"}
    concern = raised | about | {"account": "Held by the arm."}
    # An alert is never lost.
    assert "concern_id" in done(office.post("/concerns", concern, **theirs))["ids"]
