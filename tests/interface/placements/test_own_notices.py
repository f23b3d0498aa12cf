"""Notice that a provider gives and answers itself; and in a home of the council's own."""

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
    review_planned,
    settled,
)
from tests.support.service import Office


def give(placing: Placing, reason: str = "cannot_meet_needs", **who: Any) -> Any:
    said = {"reason": reason, "end_named": "2099-04-20"}
    path = f"{placing.path}/own-notices"
    return placing.office.post(path, said, **placing.house.signatory | who)


@pytest.mark.covers("R-16", "R-192", "R-203", "R-208", "6-22")
@pytest.mark.refuses("CODE_NOT_IN_FORCE", "NOT_FOUND", "NOT_PERMITTED")
def test_a_provider_gives_notice_reads_it_and_agrees_to_take_it_back(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office)
    placing = proposed(office, house).started()

    hit = give(placing, "otter_brambleshade_hit_jo")
    assert refused(hit)[:2] == (422, "CODE_NOT_IN_FORCE")
    assert "brambleshade" not in hit.text
    assert "cannot_meet_needs" in hit.json()["detail"], "what there is to choose from"
    given = give(placing)
    (notice,) = done(given)["notices"]
    assert "ETag" not in given.headers
    assert (notice["party"], notice["standing"], notice["number"]) == ("provider", "running", 1)
    assert placing.read()["stage"] == "under_notice"
    stranger: dict[str, Any] = {"organisation": house.setting_id}
    assert refused(give(placing, **stranger))[:2] == (404, "NOT_FOUND")
    assert refused(give(placing, role=Role.PROVIDER_RESPONDER))[:2] == (403, "NOT_PERMITTED")
    responder = house.signatory | {"role": Role.PROVIDER_RESPONDER}
    path = f"{placing.path}/own-notices"
    assert office.get(path, **responder).json()["notices"] == [notice]
    assert office.get(path, **responder | stranger).status_code == 404
    assert office.get(placing.path, **responder).status_code == 403

    office.running.service.access_log.settle()
    log = office.get("/access-log", {"case_id": placing.case_id}, role=Role.DPO).json()["lines"]
    read = [each["outcome"] for each in log if each["action"] == "placement.read_own_notices"]
    assert "allowed:own_organisation" in read, "what a provider reads of a child is noted"

    back = {"on": office.running.clock.now().isoformat(), "reason": "More hours were agreed."}
    alone = placing.act("notices/1/withdrawals", back | {"manager_approval": "morgan-manager"})
    assert refused(alone)[:2] == (403, "NOT_PERMITTED")
    yes = {"change": "withdraw", "agrees": True}
    done(office.post(f"{path}/1/answers", yes, **house.signatory))
    now = {"on": office.running.clock.now().isoformat()}
    agreed = back | now | {"manager_approval": "morgan-manager"}
    done(placing.act("notices/1/withdrawals", agreed))
    assert placing.read()["stage"] == "active"


@pytest.mark.covers("R-211", "6-23")
def test_in_a_home_of_the_councils_own_a_review_comes_first(sqlite_office: Office) -> None:
    office, house = sqlite_office, open_house(sqlite_office, bought=False)
    case_id = child(office)
    looked_after(office, case_id)
    moved = {"case_id": case_id, "setting_id": str(house.setting_id), "at": "2026-03-09"}
    began = settled(office, office.post("/placements/starts", moved))
    placing = Placing(office, case_id, house, "", began["ids"]["placement_id"])

    gap = placing.notice("2026-04-01")
    assert refused(gap)[:2] == (422, "MISSING_INFORMATION")
    ends = {"end_named": "2099-04-20"}
    assert refused(placing.notice("2026-04-01", **ends))[1] == "REVIEW_REQUIRED"
    review_planned(office, case_id, "2099-04-10")
    done(placing.notice("2026-04-01", **ends))

    (notice,) = placing.read()["notices"]
    assert (notice["party"], notice["earliest_end"]) == ("council", "2099-04-20")
    office.quiet()
    about = {"about": f"placement-{placing.placement_id}"}
    waiting = office.get("/tasks", about, role=Role.TEAM_MANAGER).json()["tasks"]
    assert "FIND_NEXT_HOME" in {each["code"] for each in waiting}
