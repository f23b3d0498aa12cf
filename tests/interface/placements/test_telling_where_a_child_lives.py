"""Each who must be told where a child lives has a clock, and who is left out has a reason."""

from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from domain.shared.envelope import FileId
from tests.interface.placements.test_clock_vectors import until
from tests.interface.placements.test_visits import moved_in
from tests.support.approving import away
from tests.support.matching import CHESTERFIELD
from tests.support.placing import Placing, clocks, done, refused
from tests.support.service import Office

DERBYSHIRE = "E10000007"


def tell(living: Placing, path: str, role: Role = Role.CASEWORKER, **body: Any) -> Any:
    answer = living.office.post(f"/placements/{living.placement_id}/{path}", body, role=role)
    living.office.quiet()
    return answer


def told(living: Placing, to: str, on: str, path: str = "notifications", **more: Any) -> Any:
    return tell(living, path, to=to, on=on, means="letter", **more)


def standing(living: Placing, code: str) -> dict[str, tuple[str, str]]:
    """By whom a clock is about: its due day and how it stands."""
    return {
        ":".join(each["key"].split(":")[1:-1]): (each["due"][:10], each["outcome"])
        for each in clocks(living.office, living.case_id)
        if each["code"] == code
    }


def parent(living: Placing, relation: str) -> str:
    body = {
        "kind": "relative",
        "relation": relation,
        "value": "Rowan Brambleshade",
        "since": "2010-05-17",
    }
    answer = living.office.post(f"/cases/{living.case_id}/connections", body)
    living.office.quiet()
    return str(done(answer)["ids"]["connection_id"])


@pytest.mark.covers("6-61", "C-NOTIF-5WD")
@pytest.mark.refuses("EXCLUSION_NOT_LAWFUL", "NOT_PERMITTED")
def test_one_parent_is_told_and_the_other_lawfully_not_and_what_nobody_did_is_shown(
    sqlite_office: Office,
) -> None:
    until(sqlite_office, "2026-04-14")
    living = moved_in(sqlite_office, "2026-04-02")
    assert standing(living, "C-NOTIF-5WD")["parent"] == ("2026-04-13", "running")
    mother, father = parent(living, "mother"), parent(living, "father")
    harm: dict[str, Any] = {
        "why": "significant_harm",
        "because": "Has threatened to come to the home.",
    }

    alone = tell(living, "notification-exclusions", recipient="parent", who=father, **harm)
    assert refused(alone)[:2] == (403, "NOT_PERMITTED")
    manager = Role.TEAM_MANAGER
    iro = tell(living, "notification-exclusions", manager, recipient="iro", **harm)
    assert refused(iro)[:2] == (422, "EXCLUSION_NOT_LAWFUL")
    done(tell(living, "notification-exclusions", manager, recipient="parent", who=father, **harm))
    done(told(living, "parent", "2026-04-02", who=mother))
    for each in ("child", "health", "education", "iro"):
        done(told(living, each, "2026-04-09"))

    found = standing(living, "C-NOTIF-5WD")
    assert found.pop("gp") == ("2026-04-13", "running")
    assert {whom: how for whom, (_, how) in found.items()} == {
        f"parent:{mother}": "met",
        f"parent:{father}": "stopped",
    } | dict.fromkeys(("child", "health", "education", "iro"), "met")
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    late = [each["detail"] for each in register if each["code"] == "C-NOTIF-5WD"]
    assert any(detail.startswith("C-NOTIF-5WD (gp) was due by 13 April 2026") for detail in late)
    shown = living.read()["told"]
    (left_out,) = [each for each in shown if each["of"] == "left_out"]
    assert (left_out["who"], left_out["why"], left_out["by"]) == (
        father,
        "significant_harm",
        "demo-team_manager",
    )
    finance = sqlite_office.get(f"/placements/{living.placement_id}", role=Role.FINANCE_OFFICER)
    assert finance.json()["told"] == []
    assert "threatened" not in sqlite_office.get(f"/cases/{living.case_id}/timeline").text


@pytest.mark.covers("6-61", "R-157", "R-158", "R-159")
@pytest.mark.refuses("RECIPIENT_UNKNOWN", "MISSING_INFORMATION", "EFFECTIVE_BEFORE_STREAM")
def test_a_parent_left_out_who_is_told_all_the_same_waits_for_manager_and_data_protection(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-04-02")
    mother, manager = parent(living, "mother"), Role.TEAM_MANAGER
    harm: dict[str, Any] = {"why": "significant_harm", "because": "Has threatened to come."}
    path = "notification-exclusions"

    nobody = tell(living, path, manager, recipient="parent", who=str(uuid4()), **harm)
    assert refused(nobody)[:2] == (422, "RECIPIENT_UNKNOWN")
    stranger = told(living, "parent", "2026-04-02", who=str(uuid4()))
    assert refused(stranger)[:2] == (422, "RECIPIENT_UNKNOWN")
    before = refused(told(living, "gp", "2026-04-01"))
    assert before[:2] == (422, "EFFECTIVE_BEFORE_STREAM")
    done(tell(living, path, manager, recipient="parent", **harm))
    assert standing(living, "C-NOTIF-5WD")[f"parent:{mother}"][1] == "stopped"

    today = sqlite_office.running.office.today().isoformat()
    done(told(living, "parent", today))

    assert standing(living, "C-NOTIF-5WD")[f"parent:{mother}"][1] == "stopped"
    (word,) = [each for each in living.read()["told"] if each["of"] == "start"]
    assert [each["code"] for each in word["breaches"]] == ["TOLD_THOUGH_EXCLUDED"]
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    assert "TOLD_THOUGH_EXCLUDED" in {each["code"] for each in register}
    for role in (manager, Role.DPO):
        waiting = sqlite_office.get("/tasks", {"role": role.value}, role=role).json()["tasks"]
        assert "TOLD_THOUGH_EXCLUDED" in {each["code"] for each in waiting}
    parent(living, "father")
    assert refused(told(living, "parent", "2026-04-03"))[:2] == (422, "MISSING_INFORMATION")


@pytest.mark.covers("C-AREA-5WD", "T6")
@pytest.mark.refuses("MISSING_INFORMATION")
def test_the_council_where_the_child_goes_has_assessment_reasons_and_care_plan(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-04-02", away(sqlite_office, CHESTERFIELD))
    to_area: dict[str, Any] = {"council": DERBYSHIRE, "on": "2026-04-08", "means": "email"}
    path = "area-authority-notifications"
    assert standing(living, "C-AREA-5WD")["area_authority"] == ("2026-04-13", "running")
    assert "health_of_area" in standing(living, "C-NOTIF-5WD")

    assert refused(tell(living, path, **to_area))[:2] == (422, "MISSING_INFORMATION")
    done(tell(living, path, **to_area, contents=["reasons", "care_plan"]))
    assert standing(living, "C-AREA-5WD")["area_authority"][1] == "running"
    done(tell(living, path, **to_area, contents=["needs_assessment"]))

    assert standing(living, "C-AREA-5WD")["area_authority"][1] == "met"


@pytest.mark.covers("T9", "C-TERM-10WD", "6-24", "R-162")
def test_moved_at_immediate_risk_everybody_not_told_before_is_within_ten_working_days(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    done(told(living, "iro", "2026-04-01", "termination-notices"))
    end = {"reason": "allegation", "instigator": "council", "immediate_risk": True}
    done(living.end("2026-04-02", **end))
    sqlite_office.quiet()

    owed = [each["code"] for each in living.read()["end"]["breaches"]]
    assert owed == ["END_NOT_OWNED"], "no review was asked for"
    waiting = sqlite_office.get("/tasks", role=Role.TEAM_MANAGER).json()["tasks"]
    assert "INFORM_IRO" not in {each["code"] for each in waiting}, "it was told ahead"
    found = standing(living, "C-TERM-10WD")
    assert {due for due, _ in found.values()} == {"2026-04-20"}
    assert {whom for whom, (_, how) in found.items() if how == "running"} == {
        "child",
        "parent",
        "health",
        "gp",
        "education",
        "carer",
    }
    done(told(living, "carer", "2026-04-07", "termination-notices"))
    assert standing(living, "C-TERM-10WD")["carer"][1] == "met"
    assert {how for _, how in standing(living, "C-NOTIF-5WD").values()} == {"stopped"}


@pytest.mark.covers("R-161")
@pytest.mark.refuses("ERASED")
def test_nothing_is_added_to_the_file_of_a_child_that_was_erased(sqlite_office: Office) -> None:
    living, running = moved_in(sqlite_office, "2026-04-02"), sqlite_office.running
    running.ring.destroy(FileId(f"case-{living.case_id}"), running.clock.now())

    for answer in (
        told(living, "gp", "2026-04-03"),
        told(living, "gp", "2026-04-03", "termination-notices"),
        tell(living, "plans", on="2026-04-03"),
        tell(living, "intended-lengths", on="2026-04-03", until_18=True),
    ):
        assert refused(answer)[:2] == (409, "ERASED")
