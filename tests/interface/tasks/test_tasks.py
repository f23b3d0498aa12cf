"""What waits for people is listed for those it waits for, and closed by them with a word."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.principal import Role
from application.task.raising import Raising
from domain.shared.envelope import FileId, StreamId
from tests.support.children import open_child, tell
from tests.support.service import DERBY, Office

CASEY: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "casey"}
AUDITOR: dict[str, Any] = {"role": Role.AUDITOR, "subject": "alex-auditor"}
SAID = "Granny takes them to the park on Sundays."


def leave(office: Office, case_id: str, *codes: str) -> Any:
    """Leave something about a child to people; the event that is its cause."""
    running, stream = office.running, StreamId(f"case-{case_id}")
    cause = running.streams.read(stream).events[0]
    for code in codes:
        ask = Raising(running.streams, "keep-clocks").raised(cause, code)
        tell(running, ask.stream, ask.decider, ask.command, file=ask.file, by="policy:keep-clocks")
    return cause


def listed(office: Office, params: dict[str, Any] | None = None, **who: Any) -> list[Any]:
    answer = office.get("/tasks", params, **who)
    assert answer.status_code == 200, answer.text
    found: list[Any] = answer.json()["tasks"]
    return found


def close(office: Office, task: Any, **who: Any) -> Any:
    path = f"/tasks/{task['stream']}/{task['task_id']}/closures"
    return office.post(path, {"closed_as": "done", "text": SAID}, **who)


def of_casey(office: Office, case_id: str) -> None:
    body = {"kind": "social_worker", "who": "casey", "since": "2026-03-02"}
    assert office.post(f"/cases/{case_id}/allocations", body).status_code == 201


def test_what_policies_were_refused_is_listed_for_people(office: Office) -> None:
    case_id = open_child(office)
    cause = leave(office, case_id, "WRONG_STATE")

    (task,) = listed(office, **AUDITOR)
    assert (task["policy"], task["code"]) == ("keep-clocks", "WRONG_STATE")
    assert (task["stream"], UUID(task["event_id"])) == (f"case-{case_id}", cause.event_id)
    assert cause.actor.authority == DERBY
    assert listed(office, role=Role.AUDITOR, authority="E06000018") == []
    assert office.get("/tasks", role=Role.FINANCE_OFFICER).status_code == 403


@pytest.mark.covers("R-107", "R-239")
@pytest.mark.refuses("NOT_PERMITTED", "WRONG_STATE", "NOT_FOUND")
def test_a_task_is_closed_by_whom_it_waits_for_and_the_list_of_before_still_shows_it(
    sqlite_office: Office,
) -> None:
    hers, others = open_child(sqlite_office), open_child(sqlite_office, "Demo-Wren Fernley")
    of_casey(sqlite_office, hers)
    sqlite_office.post(
        f"/cases/{others}/allocations",
        {"kind": "social_worker", "who": "somebody-else", "since": "2026-03-02"},
    )
    leave(sqlite_office, hers, "PLAN_CONTACT", "OVER_CAPACITY")
    leave(sqlite_office, others, "PLAN_CONTACT")
    running = sqlite_office.running
    then = running.clock.now()
    running.clock.offset += timedelta(hours=2)

    (task,) = listed(sqlite_office, **CASEY)
    assert (task["code"], task["closed_as"]) == ("PLAN_CONTACT", None)
    assert listed(sqlite_office, {"who": "casey", "role": "caseworker"}) == [task]
    assert {each["stream"] for each in listed(sqlite_office, {"case_id": others})} == {
        f"case-{others}"
    }
    assert listed(sqlite_office, {"mine": True}) == []
    assert task["waits_for"] == ["caseworker", "team_manager", "broker"]
    assert close(sqlite_office, task, role=Role.DCS).json()["code"] == "NOT_PERMITTED"
    assert close(sqlite_office, task, role=Role.CASEWORKER).json()["code"] == "NOT_PERMITTED"
    elsewhere = close(sqlite_office, task, role=Role.BROKER, authority="E06000018")
    assert elsewhere.json()["code"] == "NOT_FOUND"
    assert close(sqlite_office, task, **CASEY).status_code == 201
    assert close(sqlite_office, task, **CASEY).json()["code"] == "WRONG_STATE"

    assert listed(sqlite_office, **CASEY) == []
    about = {"about": f"case-{hers}", "standing": "closed"}
    (seen,) = listed(sqlite_office, about)
    assert (seen["text"], seen["closed_as"], seen["closed_by"]) == (SAID, "done", "casey")
    (dry,) = listed(sqlite_office, about, role=Role.SYSTEM_ADMINISTRATOR)
    assert dry["text"] is None
    before = listed(sqlite_office, {"as_known_at": then.isoformat()}, **CASEY)
    assert [each["task_id"] for each in before] == [task["task_id"]]
    assert len(listed(sqlite_office, {"standing": "all", "limit": 100})) == 3
    assert len(listed(sqlite_office, {"role": "qa_officer"})) == 1
    first = sqlite_office.get("/tasks", {"standing": "all", "limit": 2}).json()
    more = {"cursor": first["next"], "limit": 2}
    assert len(first["tasks"]) == 2
    assert len(listed(sqlite_office, more)) == 1
    running.ring.destroy(FileId(f"case-{hers}"), running.clock.now())
    assert SAID not in sqlite_office.get("/tasks", about).text


@pytest.mark.covers("R-107")
def test_who_read_what_was_done_about_a_child_is_noted(sqlite_office: Office) -> None:
    case_id = open_child(sqlite_office)
    leave(sqlite_office, case_id, "PLAN_CONTACT", "OVER_CAPACITY")
    waiting = listed(sqlite_office, role=Role.BROKER)
    task = next(each for each in waiting if each["code"] == "PLAN_CONTACT")
    assert close(sqlite_office, task, role=Role.BROKER).status_code == 201
    sqlite_office.quiet()

    listed(sqlite_office, role=Role.DCS, subject="reads-open-ones")
    listed(sqlite_office, {"standing": "closed"}, role=Role.DCS, subject="reads-words")
    sqlite_office.running.worker.access_log.settle()

    lines = sqlite_office.get("/access-log", **AUDITOR).json()["lines"]
    read = [(each["subject"], each["resource"]) for each in lines if "reads-" in each["subject"]]
    assert set(read) == {
        ("reads-open-ones", "list"),
        ("reads-words", "list"),
        ("reads-words", f"case-{case_id}"),
    }
