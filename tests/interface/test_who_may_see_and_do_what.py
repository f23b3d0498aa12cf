"""What an outsider with some foot in the door might try, and what they get."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from application.referral.scan import fields_with_identifiers
from domain.case.marks import Mark, MarkKind
from tests.support.market import CHILD, LOT, ready_to_publish, seller, suspend
from tests.support.service import Office

STRANGER: Mapping[str, Any] = {"role": Role.CASEWORKER, "subject": "mallory"}


def allocated(office: Office) -> str:
    """A child who is worked with by somebody else."""
    case_id: str = office.post("/cases", CHILD, role=Role.CASEWORKER).json()["ids"]["case_id"]
    part = {"kind": "social_worker", "who": "demo-caseworker", "since": "2026-01-05"}
    office.post(f"/cases/{case_id}/allocations", part, role=Role.TEAM_MANAGER)
    office.quiet()
    return case_id


def noted(office: Office) -> list[dict[str, Any]]:
    office.running.service.access_log.settle()
    lines: list[dict[str, Any]] = office.get("/access-log", role=Role.DPO).json()["lines"]
    return lines


@pytest.mark.covers("4-110")
def test_a_provider_cannot_find_a_birthday_by_trying_days(sqlite_office: Office) -> None:
    found = ready_to_publish(sqlite_office)
    prober = seller(sqlite_office, lot=LOT)
    found.publish()
    starts = [found.today + timedelta(days=each) for each in (7, 200, 500, 1500)]

    answers = {
        found.offer(prober, earliest_start=day.isoformat(), half_hours=336).json()["code"]
        for day in starts
    }

    assert answers == {"MATRIX_OUT_OF_RANGE"}


def test_a_record_stays_closed_when_nobody_works_with_the_child_any_more(
    sqlite_office: Office,
) -> None:
    case_id = allocated(sqlite_office)
    end = {"kind": "social_worker", "on": "2026-02-02"}
    sqlite_office.post(f"/cases/{case_id}/allocation-ends", end, role=Role.TEAM_MANAGER)
    sqlite_office.quiet()

    assert sqlite_office.get(f"/cases/{case_id}", **STRANGER).status_code == 403


def test_the_glass_is_broken_to_read_and_not_to_make_oneself_the_worker(
    sqlite_office: Office,
) -> None:
    case_id, glass = allocated(sqlite_office), {"Purpose": "break-glass"}
    part = {"kind": "social_worker", "who": "mallory", "since": "2026-03-02"}

    seen = sqlite_office.get(f"/cases/{case_id}", headers=glass, **STRANGER)
    taken = sqlite_office.post(f"/cases/{case_id}/allocations", part, headers=glass, **STRANGER)
    heard = {"kind": "safeguarding_alert", "categories": ["harm"], "source": "public"}
    heard |= {"cases": [case_id], "account": "A neighbour heard shouting."}
    unbroken = sqlite_office.post("/concerns", heard, **STRANGER)
    raised = sqlite_office.post("/concerns", heard, headers=glass, **STRANGER)

    assert (seen.status_code, taken.status_code) == (200, 403)
    assert (unbroken.status_code, raised.status_code) == (403, 201)


def test_whoever_learns_of_a_child_by_a_duplicate_is_noted(sqlite_office: Office) -> None:
    case_id = allocated(sqlite_office)

    sqlite_office.post("/cases", CHILD, **STRANGER)

    resources = {each["resource"] for each in noted(sqlite_office) if each["subject"] == "mallory"}
    assert f"case-{case_id}" in resources


def test_a_refused_role_is_noted_with_what_it_asked_for(sqlite_office: Office) -> None:
    case_id = allocated(sqlite_office)

    answer = sqlite_office.get(f"/cases/{case_id}", role=Role.FINANCE_OFFICER)

    assert answer.status_code == 403
    assert f"case-{case_id}" in {each["resource"] for each in noted(sqlite_office)}


def test_a_child_sought_from_elsewhere_is_noted_where_the_child_is(sqlite_office: Office) -> None:
    case_id = allocated(sqlite_office)

    sqlite_office.get(f"/cases/{case_id}", role=Role.BROKER, authority="E08000035")

    outcomes = {(each["resource"], each["outcome"]) for each in noted(sqlite_office)}
    assert (f"case-{case_id}", "refused:tenancy") in outcomes


@pytest.mark.parametrize(
    "blank",
    [
        {"full_name": " "},
        {"known_as": ["Canary", " "]},
        {"home_postcode": " "},
        {"identifiers": [{"kind": "nhs", "value": " "}]},
        {"identifiers": [{"kind": "0-", "value": "1"}]},
    ],
)
def test_a_blank_is_refused_as_one(sqlite_office: Office, blank: Mapping[str, Any]) -> None:
    answer = sqlite_office.post("/cases", {**CHILD, **blank}, role=Role.CASEWORKER)

    assert (answer.status_code, answer.json()["code"]) == (422, "INVALID_REQUEST")


def test_a_field_that_nobody_declared_is_not_read_back(sqlite_office: Office) -> None:
    answer = sqlite_office.post("/cases", {**CHILD, "Canary Child": 1}, role=Role.CASEWORKER)

    assert answer.status_code == 422
    assert "Canary" not in answer.text


def names(*texts: str) -> list[Mark]:
    return [Mark(kind=MarkKind.NAME, text=text) for text in texts]


def test_a_name_of_no_letters_hides_and_finds_nothing() -> None:
    assert not fields_with_identifiers({"summary": "Likes cooking. Sleeps well."}, names("?", "-"))


def test_a_name_does_not_hide_behind_invisible_or_joined_letters() -> None:
    texts = {"summary": "Br\u200bamble likes cooking.", "area": "near søren's"}

    assert fields_with_identifiers(texts, names("Bramble", "Soren")) == ["summary", "area"]


def test_nobody_sets_what_their_own_role_may_spend(sqlite_office: Office) -> None:
    raised = {"role": "dcs", "limit_pence": None, "since": "2026-01-01", "source": "my own idea"}

    answer = sqlite_office.post("/authorities/E06000015/funding-limits", raised, role=Role.DCS)

    assert (answer.status_code, answer.json()["code"]) == (403, "CONFLICT_OF_INTEREST")


@pytest.mark.covers("6-48")
def test_a_provider_suspended_after_its_offer_cannot_be_chosen(sqlite_office: Office) -> None:
    found = ready_to_publish(sqlite_office)
    offering = seller(sqlite_office, lot=LOT)
    found.publish()
    offer_id = found.offer(offering).json()["ids"]["offer_id"]
    sqlite_office.quiet()
    suspend(sqlite_office, offering)

    answer = found.act("preferred-offers", found.choice(offer_id))

    assert (answer.status_code, answer.json()["code"]) == (422, "PROVIDER_SUSPENDED")


def test_a_position_that_is_still_to_come_is_not_waited_for(sqlite_office: Office) -> None:
    far = {"At-Least-Position": str(2**53)}

    assert sqlite_office.get("/clocks", headers=far, role=Role.BROKER).status_code == 200
    assert sqlite_office.client.get("/v1/clocks", headers=far).status_code == 401
