"""Before a council stops looking after a child: asked, waited for, approved; else a breach."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.approving import CAREWORKER, DIRECTOR, HEAD
from tests.support.placing import child, done, looked_after, refused
from tests.support.service import Office

ASKED = {
    "on": "2026-11-20",
    "reason": "E13",
    "because": "Her aunt has cared for her at weekends for a year.",
    "assessed_on": "2026-11-02",
    "assessment": "Visited twice; a room of her own; school stays the same.",
}


def approve(office: Office, case_id: str, **who: Any) -> Any:
    seen = office.get(f"/cases/{case_id}").json()["versions"][f"case-{case_id}"]
    return office.post(f"/cases/{case_id}/ceasing-approvals", {}, if_match=f'"{seen}"', **who)


def waiting(office: Office, role: Role) -> list[str]:
    office.quiet()
    found = office.get("/tasks", {"role": role.value}, role=role).json()["tasks"]
    return [each["code"] for each in found]


@pytest.mark.covers("R-134")
@pytest.mark.refuses("REVIEW_REQUIRED", "NOT_PERMITTED")
def test_it_waits_for_the_director_and_for_a_review(sqlite_office: Office) -> None:
    office, case_id = sqlite_office, child(sqlite_office)
    looked_after(office, case_id)
    done(office.post(f"/cases/{case_id}/ceasing-requests", ASKED, **CAREWORKER))
    assert "CEASING_NOT_APPROVED" in waiting(office, Role.DCS)
    assert refused(approve(office, case_id, **HEAD))[:2] == (403, "NOT_PERMITTED")
    assert refused(approve(office, case_id, **DIRECTOR))[:2] == (422, "REVIEW_REQUIRED")

    held = {"on": "2026-11-03", "participation": "PN1"}
    done(office.post(f"/cases/{case_id}/statutory-reviews-held", held, role=Role.IRO))
    done(approve(office, case_id, **DIRECTOR))

    shown = office.get(f"/cases/{case_id}").json()["ceasing"]
    assert (shown["standing"], shown["decided_by"]) == ("approved", "dana-director")
    assert shown["assessment"] == ASKED["assessment"]
    assert waiting(office, Role.DCS) == []
    ended = {"on": "2026-11-20", "reason": "E13"}
    done(office.post(f"/cases/{case_id}/care-ends", ended, role=Role.CASEWORKER))
    read = office.get(f"/cases/{case_id}").json()
    assert (read["looked_after"], read["ceasing"]) == (False, None)
    breaches = {each["code"] for each in read["breaches"]}
    assert not breaches & {"CEASING_NOT_APPROVED", "REVIEW_REQUIRED"}


def test_a_child_who_ceased_without_is_a_fact_with_both_breaches(sqlite_office: Office) -> None:
    case_id = child(sqlite_office)
    looked_after(sqlite_office, case_id)

    ended = {"on": "2026-11-20", "reason": "E13"}
    done(sqlite_office.post(f"/cases/{case_id}/care-ends", ended, role=Role.CASEWORKER))

    found = sqlite_office.get(f"/cases/{case_id}/breaches").json()["breaches"]
    assert {"CEASING_NOT_APPROVED", "REVIEW_REQUIRED"} <= {each["code"] for each in found}
