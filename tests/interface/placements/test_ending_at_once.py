"""A child is moved tonight: no notice and no review before, and what must follow is asked for."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.placing import (
    Placing,
    child,
    done,
    looked_after,
    open_house,
    proposed,
    refused,
)
from tests.support.service import Office


def end_at_once(placing: Placing, **said: Any) -> Any:
    told = {
        "at": "2026-05-01T22:40:00+01:00",
        "ground": "harm_to_child",
        "reason": "A member of staff was arrested in the home.",
    }
    role = said.pop("role", Role.TEAM_MANAGER)
    return placing.act("immediate-terminations", told | said, role=role)


def tasks(placing: Placing) -> list[str]:
    placing.office.quiet()
    about = {"about": f"placement-{placing.placement_id}"}
    found = placing.office.get("/tasks", about, role=Role.TEAM_MANAGER).json()["tasks"]
    return sorted(each["code"] for each in found)


@pytest.mark.covers("6-24", "R-150", "R-162")
def test_immediate_risk_ends_it_tonight_and_asks_for_a_bed_and_a_word_to_the_iro(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=2)
    placing = proposed(office, house).started()
    looked_after(office, placing.case_id)

    assert end_at_once(placing, role=Role.BROKER).status_code == 403
    closed = end_at_once(placing, ground="setting_closed")
    assert refused(closed)[:2] == (409, "WRONG_STATE")
    done(end_at_once(placing))

    end = placing.read()["end"]
    assert (end["reason"], end["breaches"]) == ("harm_to_child", [])
    assert end["at_once"]["reason"].startswith("A member of staff")
    priced = placing.read(role=Role.FINANCE_OFFICER)["end"]["at_once"]
    assert (priced["ground"], priced["reason"]) == ("harm_to_child", None)
    assert tasks(placing) == ["ARRANGE_ACCOMMODATION", "INFORM_IRO"]

    body = {
        "case_id": placing.case_id,
        "setting_id": str(house.setting_id),
        "at": "2026-05-02T01:10:00+01:00",
    }
    done(office.post("/placements/starts", body))
    assert tasks(placing) == ["INFORM_IRO"]

    told = {"on": "2026-05-02", "means": "email"}
    path = f"/placements/{placing.placement_id}/termination-notices"
    done(office.post(path, told | {"to": "gp"}, role=Role.CASEWORKER))
    assert tasks(placing) == ["INFORM_IRO"]
    done(office.post(path, told | {"to": "iro"}, role=Role.CASEWORKER))
    assert tasks(placing) == []


@pytest.mark.covers("6-24")
def test_what_was_done_by_then_is_not_asked_for(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    looked_after(sqlite_office, placing.case_id)

    done(end_at_once(placing, accommodation="With her aunt until Monday.", iro_informed=True))

    assert tasks(placing) == []


@pytest.mark.covers("6-24", "R-150", "6-01")
def test_an_end_at_risk_that_somebody_else_recorded_waits_for_an_officer_and_a_bed(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=3)
    placing = proposed(office, house).started()
    looked_after(office, placing.case_id)
    left = {"instigator": "council", "reason": "allegation", "immediate_risk": True}

    done(placing.end("2026-05-01T22:40:00+01:00", **left))
    assert tasks(placing) == ["ARRANGE_ACCOMMODATION", "END_NOT_OWNED", "INFORM_IRO"]

    stay = {"case_id": placing.case_id, "setting_id": str(house.setting_id)}
    past = done(office.post("/placements/starts", stay | {"at": "2026-02-01"}))
    path = f"/placements/{past['ids']['placement_id']}/ends"
    done(office.post(path, {"at": "2026-02-03", "reason": "moved_on", "instigator": "child"}))
    assert "ARRANGE_ACCOMMODATION" in tasks(placing)

    done(end_at_once(placing))
    assert tasks(placing) == ["ARRANGE_ACCOMMODATION", "INFORM_IRO"]
    assert placing.read()["end"]["at_once"]["by"] == "demo-team_manager"
    done(office.post("/placements/starts", stay | {"at": "2026-05-02T01:10:00+01:00"}))
    assert tasks(placing) == ["INFORM_IRO"]


@pytest.mark.covers("6-24", "R-124", "R-150")
def test_a_home_that_no_register_knows_is_left_at_once_too(sqlite_office: Office) -> None:
    case_id = child(sqlite_office)
    slept = {
        "case_id": case_id,
        "at": "2026-05-01T23:10:00+01:00",
        "unlisted": {"whose": "her aunt", "address": "Flat 9", "postcode": "DE1 2GQ"},
    }
    begun = done(sqlite_office.post("/placements/starts", slept))
    placing = Placing(
        sqlite_office, case_id, open_house(sqlite_office), "", begun["ids"]["placement_id"]
    )

    shut = end_at_once(placing, at="2026-05-01T23:50:00+01:00", ground="setting_closed")
    assert refused(shut)[:2] == (409, "WRONG_STATE")
    done(end_at_once(placing, at="2026-05-01T23:50:00+01:00"))

    assert placing.read()["end"]["reason"] == "harm_to_child"
