"""The plan for a child's care, and the one for living somewhere, as people record them."""

import base64
from datetime import date
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_clock_vectors import due_and_plan_by, until
from tests.interface.placements.test_visits import moved_in
from tests.support.placing import Placing, clocks, done, refused
from tests.support.service import Office


def tell(living: Placing, path: str, body: dict[str, Any]) -> Any:
    answer = living.office.post(path, body, role=Role.CASEWORKER)
    living.office.quiet()
    return answer


def standing(living: Placing, code: str) -> list[str]:
    found = clocks(living.office, living.case_id)
    return [each["outcome"] for each in found if each["code"] == code]


@pytest.mark.covers("T6", "T7", "T8", "C-PLAN-5WD", "C-CAREPLAN-10")
def test_plans_are_due_in_working_days_from_the_start_and_shown_when_they_are_there(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    first = moved_in(office, "2026-04-02")
    assert due_and_plan_by(office, first.case_id, "C-PLAN-5WD")[0] == "2026-04-13"

    until(office, "2026-12-28")
    living = moved_in(office, "2026-12-24", since="2026-12-21")
    assert due_and_plan_by(office, living.case_id, "C-PLAN-5WD")[0] == "2027-01-05"
    assert due_and_plan_by(office, living.case_id, "C-CAREPLAN-10")[0] == "2027-01-12"

    case, placement = f"/cases/{living.case_id}", f"/placements/{living.placement_id}"
    done(tell(living, f"{placement}/plans", {"on": "2026-12-24"}))
    assert standing(living, "C-PLAN-5WD") == ["running"]
    signed = {"on": "2026-12-28", "signatory": "Robin Larkspur"}
    done(tell(living, f"{placement}/plan-signatures", signed))
    done(tell(living, f"{case}/care-plans", {"on": "2026-12-28", "agreed_with": ["parent"]}))

    assert standing(living, "C-PLAN-5WD") == ["met"]
    assert standing(living, "C-CAREPLAN-10") == ["met"]
    assert living.read()["plan"] == {
        "version": 1,
        "prepared_on": "2026-12-24",
        "document_id": None,
        "signed_on": "2026-12-28",
        "signatory": "Robin Larkspur",
        "signed_as": "person_responsible",
    }
    shown = office.get(case).json()["care_plan"]
    assert (shown["prepared_on"], shown["agreed_with"]) == ("2026-12-28", ["parent"])
    told = office.get(f"{case}/timeline").text
    assert "Larkspur" not in told
    assert "Larkspur" not in office.get(placement, role=Role.FINANCE_OFFICER).text


@pytest.mark.covers("6-29", "C-PLAN-5WD", "C-CAREPLAN-10")
def test_a_child_who_moves_has_a_new_plan_for_living_there_and_one_plan_for_its_care(
    sqlite_office: Office,
) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    body = {"case_id": living.case_id, "setting_id": str(living.house.setting_id)}
    done(tell(living, "/placements/starts", body | {"at": "2026-03-16T20:00:00Z"}))

    assert standing(living, "C-PLAN-5WD") == ["running", "running"]
    assert standing(living, "C-CAREPLAN-10") == ["running"]


@pytest.mark.covers("R-159")
@pytest.mark.refuses("EFFECTIVE_BEFORE_STREAM", "MISSING_INFORMATION", "NOT_FOUND", "WRONG_STATE")
def test_what_a_plan_is_refused_for(sqlite_office: Office) -> None:
    living = moved_in(sqlite_office, "2026-03-02")
    case, placement = f"/cases/{living.case_id}", f"/placements/{living.placement_id}"
    other = {
        "kind": "care_plan",
        "title": "Plan",
        "media_type": "text/plain",
        "content": base64.b64encode(b"A plan.").decode(),
    }
    early = tell(living, f"{placement}/plans", {"on": "2026-03-01"})
    assert refused(early)[:2] == (422, "EFFECTIVE_BEFORE_STREAM")
    document = done(tell(living, f"{case}/documents", other))["ids"]["document_id"]
    on = date(2026, 3, 3).isoformat()

    nobody = tell(living, f"{case}/care-plans", {"on": on})
    assert refused(nobody)[:2] == (422, "MISSING_INFORMATION")
    another_kind = tell(living, f"{placement}/plans", {"on": on, "document_id": document})
    assert refused(another_kind)[:2] == (404, "NOT_FOUND")
    unprepared = tell(living, f"{placement}/plan-signatures", {"on": on, "signatory": "R"})
    assert refused(unprepared)[:2] == (409, "WRONG_STATE")
    named = {"on": on, "agreed_with": ["carer"], "document_id": document}
    done(tell(living, f"{case}/care-plans", named))
