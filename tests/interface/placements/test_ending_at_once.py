"""A child is moved tonight: no notice and no review before, and what must follow is asked for."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.placing import Placing, done, looked_after, open_house, proposed, refused
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


@pytest.mark.covers("6-24", "R-150")
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


@pytest.mark.covers("6-24")
def test_what_was_done_by_then_is_not_asked_for(sqlite_office: Office) -> None:
    placing = proposed(sqlite_office).started()
    looked_after(sqlite_office, placing.case_id)

    done(end_at_once(placing, accommodation="With her aunt until Monday.", iro_informed=True))

    assert tasks(placing) == []
