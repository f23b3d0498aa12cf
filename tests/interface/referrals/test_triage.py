"""Between brokers and referrer over HTTP: returned, asked about, amended, submitted again."""

from datetime import timedelta

import pytest

from application.access.principal import Role
from tests.support.market import ready_to_publish, search, seller
from tests.support.service import Office

RETURN = {"reasons": [{"reason": "incomplete", "section": "risk", "text": "Say where not."}]}


def test_a_request_goes_back_and_forth_until_it_is_right(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()
    found.submit()

    by_writer = found.act("returns", RETURN, Role.CASEWORKER)
    found.done("returns", RETURN)
    back = found.read()
    found.done("sections", {"sections": {"risk": "Not in Normanton."}}, Role.CASEWORKER)
    found.submit()
    asked = found.done("questions", {"text": "Which days is she at college?"})
    question = f"questions/{asked.json()['ids']['question_id']}/answers"
    told = {"text": "Mondays."}
    by_broker = found.act(question, told)
    found.done(question, told, Role.CASEWORKER)
    again = found.act(question, told, Role.CASEWORKER)
    shown = found.read()

    assert (by_writer.status_code, by_broker.status_code) == (403, 403)
    assert (again.status_code, again.json()["code"]) == (409, "WRONG_STATE")
    assert (back["stage"], back["returns"][0]["reasons"][0]["section"]) == ("returned", "risk")
    assert shown["stage"] == "submitted"
    (question_shown,) = shown["questions"]
    assert (question_shown["text"], question_shown["answer"]) == (
        "Which days is she at college?",
        "Mondays.",
    )


def test_an_amendment_is_shown_with_what_was_before_and_who_and_why(
    sqlite_office: Office,
) -> None:
    found = search(sqlite_office)
    found.write()
    found.submit()
    needed = found.read()["request"]["needed_from"]
    body = {
        "request": {"tier": "urgent", "duration": "short"},
        "sections": {"education": "College four days a week."},
        "why": "Her aunt cannot keep her.",
    }

    unseen = sqlite_office.post(f"{found.path}/amendments", body, role=Role.CASEWORKER)
    found.done("amendments", body, Role.CASEWORKER)
    shown = found.read()
    timeline = sqlite_office.get(f"/cases/{found.case_id}/timeline", role=Role.BROKER).text
    (line,) = sqlite_office.get("/referrals", role=Role.BROKER).json()["referrals"]

    assert (line["tier"], line["stage"]) == ("urgent", "submitted")
    assert unseen.json()["code"] == "IF_MATCH_REQUIRED"
    assert (shown["request"]["tier"], shown["request"]["needed_from"]) == ("urgent", needed)
    assert shown["request"]["sections"]["education"] == "College four days a week."
    told = {each["field"]: (each["was"], each["now"]) for each in shown["amendments"]}
    assert told == {
        "request.tier": ("standard", "urgent"),
        "request.duration": ("long", "short"),
        "sections.education": ("What is known of education.", "College four days a week."),
    }
    assert {each["by"] for each in shown["amendments"]} == {"demo-caseworker"}
    assert "tier standard became urgent" in timeline


@pytest.mark.covers("4-085", "6-76")
def test_a_matrix_of_27_hours_is_asked_for_with_bespoke_care_approved(
    sqlite_office: Office,
) -> None:
    found = search(sqlite_office)
    found.write()
    matrix = {"half_hours": 54, "on": found.today.isoformat()}
    case = f"/cases/{found.case_id}/matrices"
    refused = sqlite_office.post(case, matrix, role=Role.CASEWORKER)
    sqlite_office.post(case, {**matrix, "bespoke_24_7_approved_by": "head"}, role=Role.CASEWORKER)
    told = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}

    unapproved = found.act("submissions", told, Role.CASEWORKER)
    found.done("submissions", {**told, "bespoke_24_7_approved_by": "head"}, Role.CASEWORKER)

    assert refused.json()["code"] == unapproved.json()["code"] == "MATRIX_OUT_OF_RANGE"
    assert found.read()["submission"]["bespoke_24_7_approved_by"] == "head"


@pytest.mark.covers("R-52")
def test_a_matrix_that_has_run_out_is_none(sqlite_office: Office) -> None:
    found = search(sqlite_office)
    found.write()
    matrix = {"half_hours": 20, "on": (found.today - timedelta(days=93)).isoformat()}
    sqlite_office.post(f"/cases/{found.case_id}/matrices", matrix, role=Role.CASEWORKER)
    told = {"team_manager_approval": "morgan-manager", "assessment_reference": "A-17"}

    assert found.act("submissions", told, Role.CASEWORKER).json()["code"] == "MATRIX_MISSING"


@pytest.mark.covers("4-111")
def test_an_invited_provider_sees_the_budget_that_was_approved(sqlite_office: Office) -> None:
    asked = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    body = found.publication()
    pack = {name: said for name, said in body["pack"].items() if name != "indicative_weekly_pence"}
    found.publish(pack=pack)
    path = f"/invitations/{found.invitation(asked)}"
    sqlite_office.post(f"{path}/views", {}, **asked.user)

    shown = sqlite_office.get(path, **asked.user).json()

    assert shown["pack"]["indicative_weekly"] == 95000
