"""An end that was recorded wrongly: put right, or taken out, and everything follows over HTTP."""

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
    stay_of,
)
from tests.support.service import Office

WORD = {"reason": "Typed for another child.", "approved_by": "morgan-manager"}


def void(placing: Placing, **said: Any) -> Any:
    corrects = {"corrects": placing.read()["end"]["corrects_next"]}
    role = said.pop("role", Role.TEAM_MANAGER)
    return placing.act("end-voids", WORD | corrects | said, role=role)


def correct(placing: Placing, now: dict[str, Any], **said: Any) -> Any:
    corrects = {"corrects": placing.read()["end"]["corrects_next"]}
    plain = {"reason": "moved_on", "instigator": "child"}
    return placing.act("end-corrections", WORD | corrects | {"now": plain | now} | said)


def tasks(office: Office, about: str) -> list[str]:
    office.quiet()
    found = office.get("/tasks", {"about": about}, role=Role.TEAM_MANAGER).json()["tasks"]
    return sorted(each["code"] for each in found)


def outcomes(placing: Placing, *codes: str) -> set[str]:
    """Of the stay that began first."""
    placing.office.quiet()
    answer = placing.office.get(f"/cases/{placing.case_id}/clocks")
    found = [each for each in answer.json()["clocks"] if each["code"] in codes]
    first = min(each["anchored_at"] for each in found)
    return {each["outcome"] for each in found if each["anchored_at"] == first}


@pytest.mark.refuses("OVERLAPPING_PLACEMENT")
@pytest.mark.covers("R-205", "R-206")
def test_an_end_that_never_was_is_taken_out_and_what_it_had_settled_waits_again(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office, places=1)
    placing = proposed(office, house).started()
    looked_after(office, placing.case_id)
    done(placing.provider_notice("2026-03-20", end_named="2099-04-20"))
    office.quiet()
    before = placing.read()["stage"]
    asked = tasks(office, f"placement-{placing.placement_id}")
    done(placing.end("2026-04-02"))
    assert tasks(office, f"placement-{placing.placement_id}") == []
    assert outcomes(placing, "C-VISIT-1W", "C-PKG-2W") == {"stopped"}

    elsewhere = {"case_id": placing.case_id, "setting_id": str(open_house(office).setting_id)}
    moved = done(office.post("/placements/starts", elsewhere | {"at": "2026-04-03"}))
    assert refused(void(placing))[:2] == (422, "OVERLAPPING_PLACEMENT")
    second = f"/placements/{moved['ids']['placement_id']}"
    gone = {"at": "2026-04-03", "reason": "moved_on", "instigator": "other"}
    done(office.post(f"{second}/ends", gone))
    assert tasks(office, f"setting-{house.setting_id}") == []
    other = {"case_id": child(office), "setting_id": str(house.setting_id)}
    done(office.post("/placements/starts", other | {"at": "2026-04-04"}))

    assert void(placing, role=Role.BROKER).status_code == 403
    assert refused(void(placing, approved_by="demo-team_manager"))[1] == "CONFLICT_OF_INTEREST"
    done(void(placing))

    shown = placing.read()
    assert (shown["stage"], shown["end"], shown["lives_here"]) == (before, None, True)
    assert tasks(office, f"placement-{placing.placement_id}") == asked
    assert asked == ["FIND_NEXT_HOME"]
    assert outcomes(placing, "C-VISIT-1W", "C-PKG-2W") == {"running"}
    stay = stay_of(office, house, placing.placement_id)
    assert stay is not None
    assert not stay.left
    assert tasks(office, f"setting-{house.setting_id}") == ["OVER_CAPACITY"]


@pytest.mark.covers("6-05", "R-205")
def test_an_end_is_corrected_with_its_day_its_reason_and_who_left_whom(
    sqlite_office: Office,
) -> None:
    office, house = sqlite_office, open_house(sqlite_office)
    placing = proposed(office, house).started()
    looked_after(office, placing.case_id)
    done(placing.end("2026-04-02"))
    earlier = placing.read()["end"]
    known = office.running.clock.now().isoformat()

    done(correct(placing, {"at": "2026-04-05", "instigator": "council", "reason": "allegation"}))

    end = placing.read()["end"]
    assert (end["at"], end["recorded_first_as"]) == ("2026-04-05", "2026-04-02")
    assert (end["reason"], end["instigator"]) == ("allegation", "council")
    assert [each["code"] for each in end["breaches"]] == ["REVIEW_REQUIRED"]
    assert (earlier["instigator"], earlier["breaches"]) == ("child", [])
    stay = stay_of(office, house, placing.placement_id)
    assert stay is not None
    assert str(stay.until) == "2026-04-05"
    assert placing.read(as_at="2026-04-03")["stage"] == "active"
    assert placing.read(as_known_at=known)["end"]["at"] == "2026-04-02"

    done(correct(placing, {"at": "2026-04-04"}, reason="And not the 5th either."))
    again = placing.read()["end"]
    assert (again["at"], again["event_id"]) == ("2026-04-04", earlier["event_id"])
    now = {"at": "2026-04-06", "reason": "moved_on", "instigator": "child"}
    stale = {"corrects": end["corrects_next"], "now": now}
    assert placing.act("end-corrections", WORD | stale).status_code == 404
    told = office.get(f"/cases/{placing.case_id}/timeline").json()["entries"]
    (entry,) = [each for each in told if each["name"] == "placement.ended.v1"]
    assert [each["name"] for each in entry["corrections"]] == ["placement.end_corrected.v1"] * 2
