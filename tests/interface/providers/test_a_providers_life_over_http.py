"""A provider applies, is admitted on what it has shown, uses a sub-contractor, and leaves."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from application.access.principal import Role
from tests.support.market import DPS, ready_to_publish, seller
from tests.support.registers import ANOTHER_MANAGER, MANAGER, done, organisation, read, refused
from tests.support.service import Office

LOT = {"contract_id": str(DPS), "lot": "2.2"}
NUMBERS = {
    "opens": "08:00",
    "closes": "20:00",
    "on_call": "01632 960001",
    "emergency_accommodation": "01632 960002",
    "languages": ["farsi"],
    "capabilities": ["complex_needs"],
    "since": "2024-01-01",
}
NIGHT_WATCH = {"name": "Night Watch CIC", "percent": 20, "yearly_pence": 4_800_000}


def user_of(path: str) -> Mapping[str, Any]:
    organisation_id = UUID(path.rpartition("/")[2])
    return {"role": Role.PROVIDER_MANAGER, "organisation": organisation_id, "subject": "sam"}


@pytest.mark.covers("4-130", "4-131", "4-132", "4-133", "4-134", "4-139", "4-036", "4-257", "R-62")
def test_from_an_application_to_active_with_numbers_that_the_careline_reads(
    sqlite_office: Office,
) -> None:
    path, other = organisation(sqlite_office), organisation(sqlite_office, name="Other Ltd")
    theirs = user_of(path)
    assert read(sqlite_office, path)["stage"] == "prospective"
    done(sqlite_office.post(f"{path}/lot-applications", LOT, **theirs))
    not_theirs = sqlite_office.post(f"{other}/lot-applications", LOT, **theirs)
    assert refused(not_theirs) == (404, "NOT_FOUND")
    assert read(sqlite_office, path)["stage"] == "applying"
    why = {**LOT, "reason": "No references from another council."}
    done(sqlite_office.post(f"{path}/lot-application-refusals", why, **MANAGER))
    assert read(sqlite_office, path)["stage"] == "refused"
    done(sqlite_office.post(f"{path}/lot-applications", LOT, **theirs))

    done(sqlite_office.post(f"{path}/contacts", NUMBERS, **MANAGER))
    for kind in ("insurance", "information_sharing_agreement", "business_continuity_plan"):
        seen = {"kind": kind, "reference": "Contracts folder", "since": "2024-01-01"}
        ends = {"until": "2026-01-01"} if kind == "insurance" else {}
        done(sqlite_office.post(f"{path}/assurances", {**seen, **ends}, **MANAGER))
    stated = {**LOT, "evidence": ["insurance", "policies", "references", "registration"]}
    late = sqlite_office.post(
        f"{path}/lot-memberships", {**stated, "since": "2026-02-01"}, **MANAGER
    )
    assert refused(late) == (422, "MISSING_INFORMATION")
    assert late.json()["missing"] == ["insurance"]
    in_time = {**stated, "since": "2025-12-31"}
    done(sqlite_office.post(f"{path}/lot-memberships", in_time, **MANAGER))

    careline = sqlite_office.get(path, role=Role.OUT_OF_HOURS).json()
    assert careline["stage"] == "active"
    assert careline["contacts"]["on_call"] == "01632 960001"
    assert (careline["contacts"]["opens"], careline["contacts"]["closes"]) == (
        "08:00:00",
        "20:00:00",
    )
    assert careline["contacts"]["languages"] == ["farsi"]
    assert careline["contacts"]["capabilities"] == ["complex_needs"]
    assert {each["kind"]: each["holds"] for each in careline["assurances"]} == {
        "business_continuity_plan": True,
        "information_sharing_agreement": True,
        "insurance": False,
    }
    with sqlite_office.running.database.read() as connection:
        log = str(connection.exec_driver_sql("SELECT * FROM events").all())
    assert "01632" not in log
    assert "Contracts folder" not in log


SHOWN = {
    "4-032": "policy_versions_acknowledged",
    "4-142": "staffing_statement",
    "4-143": "information_for_users",
    "4-145": "vetting_of_staff",
    "4-149": "allegations_procedure",
    "4-154": "recruitment_practice",
    "4-238": "complaints_procedure",
    "4-242": "training",
    "4-243": "qualifications",
    "4-250": "business_continuity_plan",
    "2-096": "therapeutic_model",
}
"""What the rows of the seeds ask a provider to show, each by its own kind."""


@pytest.mark.covers(
    "4-032", "4-142", "4-143", "4-145", "4-149", "4-154", "4-238", "4-242", "4-243", "4-250",
    "2-096",
)  # fmt: skip
def test_all_that_the_seeds_ask_a_provider_to_show_is_recorded_with_where_it_was_seen(
    sqlite_office: Office,
) -> None:
    path = organisation(sqlite_office)
    ends = {"business_continuity_plan": "2099-01-01", "training": "2024-06-01"}
    for row, kind in SHOWN.items():
        seen = {"kind": kind, "reference": f"Folder {row}", "since": "2024-01-01"}
        until = {"until": ends[kind]} if kind in ends else {}
        done(sqlite_office.post(f"{path}/assurances", {**seen, **until}, **MANAGER))

    listed = sqlite_office.get(path, **MANAGER).json()["assurances"]
    shown = {each["kind"]: each for each in listed}

    for row, kind in SHOWN.items():
        assert shown[kind]["reference"] == f"Folder {row}", row
        assert shown[kind]["holds"] is (kind != "training"), row
        assert shown[kind]["until"] == ends.get(kind), row


@pytest.mark.covers("4-140", "4-141")
def test_a_subcontractor_is_approved_by_the_council_and_used_before_is_a_breach(
    sqlite_office: Office,
) -> None:
    path = organisation(sqlite_office)
    theirs = user_of(path)
    used = {"name": "Night Watch CIC", "on": "2026-05-01"}
    done(sqlite_office.post(f"{path}/subcontractors", NIGHT_WATCH, **theirs))
    told = done(sqlite_office.post(f"{path}/subcontractor-uses", used, **theirs))
    assert told["caused"] == ["provider.subcontractor_used.v1"]
    decision = {"name": "Night Watch CIC", "approved": True}
    by_them = sqlite_office.post(f"{path}/subcontractor-decisions", decision, **theirs)
    assert refused(by_them) == (403, "NOT_PERMITTED")
    done(sqlite_office.post(f"{path}/subcontractor-decisions", decision, **MANAGER))

    assert read(sqlite_office, path)["subcontractors"] == {"Night Watch CIC": True}


@pytest.mark.covers("4-251", "R-62")
def test_a_provider_that_leaves_or_is_removed_is_asked_no_longer(sqlite_office: Office) -> None:
    leaving, removed, stays = (seller(sqlite_office) for _ in range(3))
    found = ready_to_publish(sqlite_office)
    found.publish()
    today = sqlite_office.running.office.today()
    ends = {
        "party": "provider",
        "last_day": (today + timedelta(days=90)).isoformat(),
        "plan": "Both homes go to another operator.",
    }
    done(sqlite_office.post(f"/providers/{leaving.provider_id}/exits", ends, **MANAGER))
    decision = {"on": today.isoformat(), "reason": "Neglect.", "decided_by": "cam-commissioning"}
    path = f"/providers/{removed.provider_id}/removals"
    alone = sqlite_office.post(path, decision, **MANAGER)
    assert refused(alone) == (403, "CONFLICT_OF_INTEREST")
    done(sqlite_office.post(path, decision, **ANOTHER_MANAGER))
    sqlite_office.quiet()

    standing = {
        who.provider_id: sqlite_office.get(
            f"/invitations/{found.invitation(who)}", **who.user
        ).json()["standing"]
        for who in (leaving, removed, stays)
    }
    assert list(standing.values()) == ["withdrawn", "withdrawn", "invited"]
    stages = [
        read(sqlite_office, f"/providers/{who.provider_id}")["stage"]
        for who in (leaving, removed, stays)
    ]
    assert stages == ["exiting", "removed", "active"]
