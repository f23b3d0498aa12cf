"""A registration is cancelled, a home is sold or restricted: what each child's record then says."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.settings.test_over_capacity import move_in, tasks
from tests.support.children import open_child
from tests.support.registers import done, home, organisation, read, refused
from tests.support.service import Office


def codes(office: Office, placement_id: str) -> set[str]:
    """The breaches of the child who lives there, by code."""
    case_id = office.get(f"/placements/{placement_id}").json()["arrangement"]["case_id"]
    answer = office.get(f"/cases/{case_id}/breaches")
    return {each["code"] for each in answer.json()["breaches"]}


def clocks(office: Office, path: str) -> list[tuple[str, bool]]:
    answer = office.get("/clocks", {"limit": 100})
    stream = path.removeprefix("/").replace("s/", "-", 1)
    found = [each for each in answer.json()["clocks"] if each["stream"] == stream]
    return [(each["code"], each["breached"]) for each in found]


@pytest.mark.covers("6-50", "2-005", "2-095")
def test_a_registration_is_cancelled_while_two_children_live_there(office: Office) -> None:
    path = home(office)
    stayed = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
    left = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
    end = {
        "at": "2026-05-01",
        "reason": "move_on",
        "instigator": "council",
        "destination": "independent_living",
    }
    assert office.post(f"/placements/{left}/ends", end).status_code == 201

    cancelled = {"kind": "childrens_home", "on": "2026-06-01", "reason": "cancelled"}
    done(office.post(f"{path}/registration-ends", cancelled))
    office.quiet()

    assert "SETTING_NOT_REGISTERED" in codes(office, stayed)
    assert "SETTING_NOT_REGISTERED" not in codes(office, left)
    assert clocks(office, path) == [("C-REGLAPSE", True)]
    assert clocks(office, f"/placements/{stayed}")[0][0] == "C-PKG-2W"
    assert ("C-MOVEPLAN", False) in clocks(office, f"/placements/{stayed}")
    assert tasks(office, role=Role.DCS) == [(f"placement-{stayed}", "PLAN_MOVE")]
    today = office.running.office.today().isoformat()
    plan = {"on": today, "plan": "Her aunt's from Friday."}
    done(office.post(f"/placements/{stayed}/move-plans", plan, role=Role.CASEWORKER))
    office.quiet()
    assert ("C-MOVEPLAN", False) not in clocks(office, f"/placements/{stayed}")
    case_id = office.get(f"/placements/{stayed}").json()["arrangement"]["case_id"]
    before = {"as_at": "2026-05-31"}
    told = office.get(f"/cases/{case_id}/breaches", before).json()["breaches"]
    assert "SETTING_NOT_REGISTERED" not in {each["code"] for each in told}


@pytest.mark.covers("6-50", "R-107")
@pytest.mark.parametrize("planner", [Role.DCS, Role.OUT_OF_HOURS])
def test_a_home_fails_at_night_and_who_is_awake_plans_the_move(
    sqlite_office: Office, planner: Role
) -> None:
    office, path = sqlite_office, home(sqlite_office)
    lives = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
    today = office.running.office.today().isoformat()
    fact = {"kind": "childrens_home", "on": today, "reason": "cancelled"}
    done(office.post(f"{path}/registration-ends", fact, role=Role.OUT_OF_HOURS))
    office.quiet()
    waits = office.get("/tasks", role=planner).json()["tasks"]
    (task,) = (each for each in waits if each["code"] == "PLAN_MOVE")
    closure = f"/tasks/{task['stream']}/{task['task_id']}/closures"
    said = {"closed_as": "done", "text": "She moves tonight."}
    assert refused(office.post(closure, said, role=planner)) == (409, "WRONG_STATE")

    plan = {"on": today, "plan": "To her aunt tonight."}
    done(office.post(f"/placements/{lives}/move-plans", plan, role=planner))
    office.quiet()

    assert not [t for t in tasks(office, role=planner) if t[1] == "PLAN_MOVE"]
    assert ("C-MOVEPLAN", False) not in clocks(office, f"/placements/{lives}")


@pytest.mark.covers("6-50", "R-66")
def test_a_registration_that_expires_is_a_breach_on_its_day_and_not_before(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    today = office.running.office.today()
    path = home(office)
    expires = today + timedelta(days=3)
    entry = {
        "kind": "childrens_home",
        "urn": "SC000001",
        "places": 2,
        "since": "2024-01-01",
        "until": expires.isoformat(),
    }
    done(office.post(f"{path}/registrations", entry))
    lives = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
    office.quiet()
    assert clocks(office, path) == [("C-REGLAPSE", False)]
    assert "SETTING_NOT_REGISTERED" not in codes(office, lives)

    office.move_clock(datetime.combine(expires, datetime.min.time(), UTC) + timedelta(hours=2))
    office.quiet()

    assert "SETTING_NOT_REGISTERED" in codes(office, lives)


@pytest.mark.covers("6-53")
def test_a_home_is_sold_and_nobody_moves(sqlite_office: Office) -> None:
    office = sqlite_office
    path = home(office)
    lives = move_in(office, path, "2026-03-01")["ids"]["placement_id"]
    before = office.get(f"/placements/{lives}").json()

    buyer = organisation(office).removeprefix("/providers/")
    done(office.post(f"{path}/operators", {"provider_id": buyer, "since": "2026-05-01"}))
    renewed = {"kind": "childrens_home", "urn": "SC777777", "places": 2, "since": "2026-05-01"}
    done(office.post(f"{path}/registrations", renewed))
    office.quiet()

    after = office.get(f"/placements/{lives}").json()
    assert (after["stage"], after["start"]["at"]) == (before["stage"], before["start"]["at"])
    assert "SETTING_NOT_REGISTERED" not in codes(office, lives)
    facts = office.running.streams.read(f"placement-{lives}").facts  # type: ignore[arg-type]  # a stream's name
    assert facts[-1].stored_as == "placement.home_changed_hands.v1"
    urns = {each["urn"]: each["until"] for each in read(office, path)["registrations"]}
    assert urns == {"SC000001": "2026-05-01", "SC777777": None}


@pytest.mark.covers("6-49", "R-67")
def test_residents_stay_in_a_restricted_home_and_one_who_was_away_is_escalated(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    path = home(office, places=3)
    stays, was_away = (move_in(office, path, "2026-03-01")["ids"]["placement_id"] for _ in "ab")
    end = {
        "at": "2026-05-05",
        "reason": "hospital",
        "instigator": "council",
        "destination": "hospital",
    }
    assert office.post(f"/placements/{was_away}/ends", end).status_code == 201
    done(office.post(f"{path}/restrictions", {"since": "2026-05-01", "source": "ofsted_s22b"}))

    asked = {"placement_id": was_away, "away_since": "2026-05-05", "returns_on": "2026-05-13"}
    done(office.post(f"{path}/returns", asked, role=Role.CASEWORKER))

    setting = path.replace("/settings/", "setting-")
    assert tasks(office, role=Role.DCS) == [(setting, "DECIDE_ON_RETURN")]
    assert "SETTING_RESTRICTED" not in codes(office, stays)
    came_back = _back_anyway(office, path, was_away)
    assert "SETTING_RESTRICTED" in codes(office, came_back)
    unneeded = {**asked, "away_since": "2026-04-01", "returns_on": "2026-04-09"}
    assert refused(office.post(f"{path}/returns", unneeded)) == (409, "WRONG_STATE")
    elsewhere: dict[str, Any] = {"authority": "E06000018"}
    assert office.post(f"{path}/returns", asked, **elsewhere).status_code == 404
    assert open_child(office)


def _back_anyway(office: Office, path: str, placement_id: str) -> str:
    """It happened all the same: the fact is recorded, with what it broke."""
    case_id = office.get(f"/placements/{placement_id}").json()["arrangement"]["case_id"]
    moved = {"case_id": case_id, "setting_id": path.removeprefix("/settings/"), "at": "2026-05-13"}
    started: str = done(office.post("/placements/starts", moved))["ids"]["placement_id"]
    return started
