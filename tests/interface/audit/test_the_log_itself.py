"""What auditors read: envelopes, the access log, and nothing else."""

import json
import time
from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from domain.shared.envelope import FileId
from tests.support.children import open_child
from tests.support.service import Office

AUDITOR: dict[str, Any] = {"role": Role.AUDITOR, "subject": "alex-auditor"}
ENGAGED = {"Purpose": "engagement"}


def events(office: Office, stream: str, **headers: str) -> Any:
    answer = office.get(f"/streams/{stream}/events", headers=headers, **AUDITOR)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.covers("R-01")
def test_envelopes_show_what_is_sealed_as_sealed(office: Office) -> None:
    case_id = open_child(office)

    page = events(office, f"case-{case_id}")

    (opened,) = page["events"]
    identity = opened["envelope"]["payload"]["identity"]
    assert (opened["name"], opened["version"]) == ("case.opened.v1", 1)
    assert (identity["full_name"], identity["birth_dates"][0]["born_on"]) == (
        "[sealed]",
        "[sealed]",
    )
    assert identity["sex"] == "F"
    assert opened["envelope"]["actor"]["role"] == "broker"
    assert page["resolved"] is False
    assert "Brambleshade" not in json.dumps(page)


def test_an_engagement_opens_it_and_is_noted(office: Office) -> None:
    case_id = open_child(office)

    page = events(office, f"case-{case_id}", **ENGAGED)

    assert page["resolved"] is True
    identity = page["events"][0]["envelope"]["payload"]["identity"]
    assert identity["full_name"] == "Demo-Otter Brambleshade"
    outcomes = [each["outcome"] for each in noted(office, f"case-{case_id}", "engagement")]
    assert "allowed:engagement" in outcomes


def test_what_was_erased_stays_erased_for_an_engagement(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    running = sqlite_office.running
    running.ring.destroy(FileId(f"case-{case_id}"), running.clock.now())

    page = events(sqlite_office, f"case-{case_id}", **ENGAGED)

    assert page["events"][0]["envelope"]["payload"]["identity"]["full_name"] == {"erased": True}


def test_events_are_chained_by_the_digests_shown(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    for day in ("2026-03-02", "2026-03-03"):
        body = {"half_hours": 20, "on": day}
        sqlite_office.post(f"/cases/{case_id}/matrices", body, role=Role.TEAM_MANAGER)

    found = events(sqlite_office, f"case-{case_id}")["events"]

    assert [each["envelope"]["previous"] for each in found[1:]] == [
        each["digest"] for each in found[:-1]
    ]


def test_streams_are_read_page_by_page(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    body = {"half_hours": 20, "on": "2026-03-02"}
    sqlite_office.post(f"/cases/{case_id}/matrices", body, role=Role.TEAM_MANAGER)
    path = f"/streams/case-{case_id}/events"

    first = sqlite_office.get(path, {"limit": 1}, **AUDITOR).json()
    second = sqlite_office.get(path, {"limit": 1, "cursor": first["next"]}, **AUDITOR).json()

    assert [each["version"] for each in first["events"]] == [1]
    assert [each["version"] for each in second["events"]] == [2]
    assert second["next"] is None


def test_only_the_authoritys_own_streams_are_found(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    path = f"/streams/case-{case_id}/events"

    elsewhere = sqlite_office.get(path, role=Role.AUDITOR, authority="E06000018")
    nowhere = sqlite_office.get(f"/streams/case-{uuid4()}/events", **AUDITOR)

    assert (elsewhere.status_code, nowhere.status_code) == (404, 404)
    assert sqlite_office.get(path, role=Role.BROKER).status_code == 403


def noted(office: Office, resource: str, purpose: str) -> list[dict[str, Any]]:
    """The lines of the access log about a resource, waited for no longer than a second."""
    give_up, found = time.monotonic() + 1, list[dict[str, Any]]()
    while not found and time.monotonic() < give_up:
        lines = office.get("/access-log", **AUDITOR).json()["lines"]
        found = [e for e in lines if (e["resource"], e["purpose"]) == (resource, purpose)]
    return found


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.DPO])
def test_the_access_log_says_who_read_what_and_why(office: Office, role: Role) -> None:
    case_id, other = open_child(office), open_child(office)
    for child in (case_id, other):
        reader: dict[str, Any] = {"role": Role.IRO, "subject": "iris"}
        office.get(f"/cases/{child}", headers={"Purpose": "review"}, **reader)
    noted(office, f"case-{other}", "review")

    lines = office.get("/access-log", {"case_id": case_id}, role=role).json()["lines"]

    (line,) = [each for each in lines if each["purpose"] == "review"]
    assert (line["subject"], line["role"], line["action"]) == ("iris", "iro", "case.read")
    assert {each["resource"] for each in lines} == {f"case-{case_id}"}


def test_the_access_log_is_paged_from_the_newest(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    for purpose in ("first", "second"):
        sqlite_office.get(f"/cases/{case_id}", headers={"Purpose": purpose})
    noted(sqlite_office, f"case-{case_id}", "second")

    newest = sqlite_office.get("/access-log", {"limit": 1}, **AUDITOR).json()
    before = sqlite_office.get(
        "/access-log", {"limit": 1, "cursor": newest["next"]}, **AUDITOR
    ).json()

    purposes = [page["lines"][0]["purpose"] for page in (newest, before)]
    assert purposes == ["second", "first"]


def test_only_scrutiny_reads_the_access_log(sqlite_office: Office) -> None:
    assert sqlite_office.get("/access-log", role=Role.TEAM_MANAGER).status_code == 403
