"""A home of a programme from its plan to its opening, and what an inspection sets off."""

from typing import Any

import pytest

from application.access.principal import Role
from domain.provider.vocabulary import Evidence
from tests.support.registers import (
    LIMES,
    MANAGER,
    REGISTERED,
    contract,
    done,
    etag,
    home,
    organisation,
    read,
    refused,
)
from tests.support.service import Office


@pytest.mark.covers("1-006", "1-008", "1-046", "2-089", "0-008", "4-130", "2-040", "2-099")
def test_a_small_home_from_its_plan_to_its_opening(sqlite_office: Office) -> None:
    office = sqlite_office
    listed = done(office.post("/settings", {**LIMES, "planned": True}))
    path = f"/settings/{listed['ids']['setting_id']}"
    said = {
        "since": "2024-01-01",
        "tenure": "council_owned",
        "owner": "council",
        "kind_of_home": "semi_independent",
        "programmes": ["small_homes", "transition_homes", "community_transition"],
        "service_hours": {"opens": "08:00", "closes": "20:00"},
    }
    done(office.post(f"{path}/descriptions", said))

    def life(day: str) -> str:
        found: str = read(office, path, as_at=day)["life"]["on_the_day"]
        return found

    def opening(**who: Any) -> Any:
        return office.post(f"{path}/openings", {"on": "2024-03-01"}, **{**MANAGER, **who})

    assert life("2024-01-02") == "planned"
    done(office.post(f"{path}/registrations", REGISTERED))
    assert life("2024-01-02") == "registered"
    done(office.post(f"{path}/mobilisations", {"on": "2024-02-01"}))
    assert refused(opening()) == (428, "IF_MATCH_REQUIRED")
    unready = opening(if_match=etag(office, path))
    assert refused(unready) == (422, "MISSING_INFORMATION")
    assert unready.json()["missing"] == ["property_check", "vetting_check"]
    for kind in ("property", "vetting"):
        passed = {"kind": kind, "on": "2024-02-10", "passed": True, "expires_on": "2025-02-10"}
        done(office.post(f"{path}/checks", passed))
    assert refused(opening(if_match=etag(office, path), role=Role.BROKER)) == (403, "NOT_PERMITTED")
    done(opening(if_match=etag(office, path)))

    assert (life("2024-02-29"), life("2024-03-01")) == ("mobilised", "open")
    shown = read(office, path, as_at="2024-03-01")["life"]
    assert shown["particulars"] == {
        **{key: value for key, value in said.items() if key != "since"},
        "service_hours": {"opens": "08:00:00", "closes": "20:00:00", "days": 7},
        "category": None,
        "solo": False,
        "confidential": False,
    }
    assert [(each["kind"], each["holds"]) for each in shown["checks"]] == [
        ("property", True),
        ("vetting", True),
    ]
    (line,) = read(office, "/settings", as_at="2024-03-01")["settings"]
    assert (line["life"], line["is_open"]) == ("open", True)

    done(office.post(f"{path}/closings", {"since": "2026-03-01", "reason": "lease_ends"}))
    done(office.post(f"{path}/permanent-closures", {"on": "2026-04-01", "reason": "lease_ends"}))
    assert (life("2026-03-01"), life("2026-04-01")) == ("closing", "closed")
    assert read(office, path, as_at="2026-04-01")["limit"] == 0


def test_a_grade_below_the_contracts_is_left_to_people(sqlite_office: Office) -> None:
    office = sqlite_office
    provider = organisation(office)
    made_under = contract(office, inspection_threshold="good")
    member = {
        "contract_id": made_under.removeprefix("/contracts/"),
        "lot": "2.2",
        "since": "2026-04-01",
        "evidence": [each.value for each in Evidence],
    }
    done(office.post(f"{provider}/lot-memberships", member, **MANAGER))
    path = home(office, provider_id=provider.removeprefix("/providers/"))

    for day, grade in (("2026-05-01", "good"), ("2026-06-01", "requires_improvement")):
        done(office.post(f"{path}/inspections", {"on": day, "grade": grade}))
    office.quiet()

    inspections = read(office, path, as_at="2026-06-01")["life"]["inspections"]
    assert [each["grade"] for each in inspections] == ["good", "requires_improvement"]
    tasks = office.get("/tasks").json()["tasks"]
    assert [(each["stream"], each["code"]) for each in tasks] == [
        (path.replace("/settings/", "setting-"), "DECIDE_ON_SUSPENSION")
    ]


@pytest.mark.parametrize("role", [Role.FINANCE_OFFICER, Role.AUDITOR, Role.QA_OFFICER])
def test_a_confidential_address_is_withheld_from_who_does_not_need_it(
    sqlite_office: Office, role: Role
) -> None:
    office = sqlite_office
    path = home(office)
    done(office.post(f"{path}/descriptions", {"since": "2026-05-01", "confidential": True}))

    for asked in ({}, {"as_at": "2026-04-01"}):
        hidden = office.get(path, asked, role=role)
        assert hidden.status_code == 200
        assert (hidden.json()["address"], hidden.json()["postcode"]) == (None, None)
        assert "Lime Walk" not in hidden.text
    later = {"since": "2027-01-01", "confidential": False}
    done(office.post(f"{path}/descriptions", later))
    for asked in ({}, {"as_at": "2027-02-01"}, {"as_at": "2026-04-01"}):
        assert office.get(path, asked, role=role).json()["address"] is None
    assert office.get(path, role=Role.CASEWORKER).json()["postcode"] == "DE1 1AA"
