"""Missing: who hears of it, what the police were told, and what came of each return."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_visits import moved_in
from tests.support.placing import Placing, clocks, done, refused
from tests.support.service import Office

GONE = ("2026-03-12T21:00:00Z", "2026-03-20T21:00:00Z")
BACK = ("2026-03-17T09:00:00Z", "2026-03-21T09:00:00Z")


def tell(living: Placing, what: str, body: dict[str, Any]) -> Any:
    answer = living.office.post(f"/cases/{living.case_id}/{what}", body, role=Role.CASEWORKER)
    living.office.quiet()
    return answer


def alerts(living: Placing, role: Role) -> list[str]:
    listed = living.office.get("/tasks", {"about": f"case-{living.case_id}"}, role=role)
    return [each["code"] for each in listed.json()["tasks"]]


@pytest.mark.covers("6-80", "C-RHI-72", "C-MISSING", "R-24")
@pytest.mark.refuses("NOT_FOUND", "MISSING_INFORMATION")
def test_gone_five_nights_and_gone_again_before_anybody_asked(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")

    done(tell(living, "absences", {"kind": "missing", "since": GONE[0]}))
    assert alerts(living, Role.IRO) == alerts(living, Role.CASEWORKER) == ["CHILD_MISSING"]
    done(tell(living, "police-reports", {"at": "2026-03-12T21:40:00Z", "reference": "1187"}))
    done(tell(living, "returns", {"at": BACK[0]}))
    assert alerts(living, Role.IRO) == []
    done(tell(living, "absences", {"kind": "missing", "since": GONE[1]}))
    done(tell(living, "returns", {"at": BACK[1]}))

    path = f"/cases/{living.case_id}/whereabouts"
    second, first = sqlite_office.get(path).json()["episodes"]
    assert (first["police_told_at"], second["police_told_at"]) == ("2026-03-12T21:40:00Z", None)
    both = [first["return_event_id"], second["return_event_id"]]
    held = {"step": "held", "returns": both, "on": "2026-03-22T10:00:00Z"}
    assert refused(tell(living, "return-interviews", held))[:2] == (422, "MISSING_INFORMATION")
    whom = {"interviewer": "Ros Wetherby", "independent": True, "said": "At her brother's."}
    done(tell(living, "return-interviews", held | whom))
    unknown = held | whom | {"returns": [living.placement_id]}
    assert refused(tell(living, "return-interviews", unknown))[:2] == (404, "NOT_FOUND")

    shown = {each["key"]: each for each in clocks(sqlite_office, living.case_id)}
    late, in_time = (shown[f"C-RHI-72:{each}"] for each in both)
    assert (late["outcome"], late["breached"]) == ("met", True)
    assert (in_time["outcome"], in_time["breached"]) == ("met", False)
    police = sorted(
        (each["anchored_at"], each["outcome"], each["breached"])
        for each in shown.values()
        if each["code"] == "C-MISSING"
    )
    assert [each[1:] for each in police] == [("met", False), ("stopped", True)]
    found = sqlite_office.get(path).json()["episodes"]
    assert {each["interview_held_on"] for each in found} == {"2026-03-22T10:00:00Z"}
    assert living.read()["stage"] == "active", "the placement goes on, and so do its fees"
    told = sqlite_office.get(f"/cases/{living.case_id}/timeline").text
    assert "Wetherby" not in told
    assert "brother" not in told
