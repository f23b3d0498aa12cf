"""What shuts before a child moves in, or where it lives, comes to somebody's attention at once."""

from typing import Any

import pytest

from application.access.principal import Role
from domain.task.codes import TELEPHONE_PROVIDER
from tests.interface.matching.test_areas_to_avoid import avoid
from tests.interface.providers.test_a_suspension_and_what_follows import registered, suspension
from tests.support.matching import NOWHERE
from tests.support.placing import Placing, on_referral, open_house, proposed
from tests.support.registers import ANOTHER_MANAGER, MANAGER, done, etag, refused
from tests.support.service import Office

CASEY: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "casey"}


def tasks(office: Office, about: str, **who: Any) -> list[str]:
    """The codes of what waits about one record, calls to whom no link is sent left out."""
    office.quiet()
    answer = office.get("/tasks", {"about": about}, **who)
    assert answer.status_code == 200, answer.text
    codes = (each["code"] for each in answer.json()["tasks"])
    return [code for code in codes if code != TELEPHONE_PROVIDER]


def of_placement(found: Placing, **who: Any) -> list[str]:
    return tasks(found.office, f"placement-{found.placement_id}", **who)


@pytest.mark.covers("6-50", "R-66", "R-108")
def test_a_registration_that_ends_before_the_agreed_start_is_told_to_broker_and_caseworker(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found = proposed(office).ready()
    mine = {"kind": "social_worker", "who": "casey", "since": "2026-03-02"}
    done(office.post(f"/cases/{found.case_id}/allocations", mine))
    path = f"/settings/{found.house.setting_id}"
    end = {"kind": "supported_accommodation", "on": "2026-03-07", "reason": "cancelled"}
    assert of_placement(found) == []

    done(office.post(f"{path}/registration-ends", end))

    assert of_placement(found) == of_placement(found, **CASEY) == ["AGE_16_17_UNREGISTERED"]
    again = {"kind": "supported_accommodation", "urn": "SC2", "places": 2, "since": "2026-03-08"}
    done(office.post(f"{path}/registrations", again))
    assert of_placement(found) == []
    done(office.post(f"{path}/restrictions", {"since": "2026-03-01", "source": "ofsted_s22b"}))
    assert of_placement(found) == ["SETTING_RESTRICTED"]

    done(office.post(f"{path}/registration-ends", {**end, "on": "2026-03-08"}))
    done(found.start())
    both = ["LOOK_AT_UNREGISTERED_HOME", "PLAN_MOVE"]
    assert sorted(of_placement(found, role=Role.DCS)) == both
    assert found.clock("C-MOVEPLAN")["outcome"] == "running"
    done(found.act("move-plans", {"on": "2026-03-10", "plan": "To her aunt's."}))
    assert of_placement(found) == []
    closed = office.get(
        "/tasks", {"standing": "closed", "about": f"placement-{found.placement_id}"}
    )
    assert {each["closed_as"] for each in closed.json()["tasks"]} == {"settled"}


@pytest.mark.covers("4-031", "R-85", "R-109")
def test_an_area_recorded_after_a_placement_was_proposed_or_began_is_a_task_for_each(
    sqlite_office: Office,
) -> None:
    near = proposed(sqlite_office, open_house(sqlite_office, postcode="NG1 5DT")).started()
    unknown = proposed(sqlite_office, open_house(sqlite_office, postcode=NOWHERE["postcode"]))
    far = proposed(sqlite_office, open_house(sqlite_office, postcode="DE1 2FS"))

    areas = [avoid(sqlite_office, each.case_id) for each in (near, unknown, far)]

    assert of_placement(near) == ["LOCATION_RISK"]
    assert of_placement(unknown) == ["LOOK_AT_LOCATION"]
    assert of_placement(far) == []
    assert "NG1" not in sqlite_office.get("/tasks").text
    lifted = {"area_id": areas[0], "on": "2026-03-11", "reason": "He moved away."}
    path = f"/cases/{near.case_id}/area-to-avoid-lifts"
    done(sqlite_office.post(path, lifted, role=Role.TEAM_MANAGER))
    assert of_placement(near) == []
    done(unknown.act("cancellations", {"reason": "child_declined"}))
    assert of_placement(unknown) == []


@pytest.mark.covers("R-59")
def test_a_preferred_offer_of_a_suspended_provider_is_for_the_broker_to_decide(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    found = proposed(office)
    search, path = f"referral-{found.referral_id}", f"/providers/{found.house.provider_id}"
    registered(office, found)
    done(office.post(f"{path}/suspensions", suspension(office), **MANAGER))

    assert tasks(office, search) == ["DECIDE_ON_PREFERRED_OFFER"]
    assert refused(office.get("/tasks", {"about": "nobody"}))[0] == 422
    lifted = {"on": office.running.office.today().isoformat(), "evidence": "Rotas seen."}
    seen = etag(office, path)
    done(office.post(f"{path}/suspension-lifts", lifted, if_match=seen, **ANOTHER_MANAGER))
    assert tasks(office, search) == []
    done(office.post(f"{path}/suspensions", suspension(office), **MANAGER))
    assert tasks(office, search) == ["DECIDE_ON_PREFERRED_OFFER"]
    body = {"reason": "provider_withdrew"}
    done(on_referral(office, found.referral_id, "preferred-offer-deselections", body))
    assert tasks(office, search) == []
