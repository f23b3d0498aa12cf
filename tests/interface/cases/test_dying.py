"""A child dies: deadlines stop, and people are asked to tell who must be told."""

import pytest

from application.access.principal import Role
from tests.interface.placements.test_visits import moved_in
from tests.support.placing import clocks, done, refused
from tests.support.service import Office


@pytest.mark.covers("R-200")
@pytest.mark.refuses("NOT_PERMITTED", "WRONG_STATE")
def test_a_child_who_died_is_owed_nothing_more(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    path = f"/cases/{living.case_id}/deaths"
    died = {"on": "2026-03-05T06:20:00Z"}

    assert refused(sqlite_office.post(path, died))[:2] == (403, "NOT_PERMITTED")
    done(sqlite_office.post(path, died, role=Role.DCS))
    sqlite_office.quiet()
    assert refused(sqlite_office.post(path, died, role=Role.DCS))[:2] == (409, "WRONG_STATE")

    assert {each["outcome"] for each in clocks(sqlite_office, living.case_id)} == {"stopped"}
    worklist = sqlite_office.get("/clocks", {"case_id": living.case_id})
    assert worklist.json()["clocks"] == []
    listed = sqlite_office.get("/tasks", {"about": f"case-{living.case_id}"}, role=Role.DCS)
    assert [each["code"] for each in listed.json()["tasks"]] == ["TELL_OF_DEATH"]
    where = sqlite_office.get(f"/cases/{living.case_id}/whereabouts").json()
    assert (where["standing"], where["contradictions"][0]["code"]) == ("died", "DIED")
