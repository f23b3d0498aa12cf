"""One search for brothers and sisters: who may begin and read it, and what each record shows."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.service import Office
from tests.support.siblings import CANARIES, Group, group, open_siblings, referral_of

WORKER: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "worker-of-one"}
STRANGER: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "worker-of-none"}


def allocate(office: Office, case_id: str, who: str) -> None:
    told = {"kind": "social_worker", "who": who, "since": "2026-03-02"}
    assert office.post(f"/cases/{case_id}/allocations", told).status_code == 201


@pytest.mark.covers("R-56", "R-27")
def test_who_works_with_one_sibling_reads_the_search_and_who_works_with_none_does_not(
    sqlite_office: Office,
) -> None:
    case_ids = open_siblings(sqlite_office, 2)
    for case_id, who in zip(case_ids, ("worker-of-other", "worker-of-one"), strict=True):
        allocate(sqlite_office, case_id, who)

    # To ask for both, both must be within reach.
    body = referral_of(sqlite_office, case_ids)
    assert sqlite_office.post("/referrals", body, **WORKER).status_code == 403
    drafted = sqlite_office.post("/referrals", body)
    assert drafted.status_code == 201, drafted.text
    sqlite_office.quiet()

    search = Group(
        sqlite_office, case_ids[0], drafted.json()["ids"]["referral_id"], case_ids=case_ids
    )
    assert sqlite_office.get(search.path, **WORKER).status_code == 200
    assert sqlite_office.get(search.path, **STRANGER).status_code == 403
    assert sqlite_office.get(f"/cases/{case_ids[0]}", **WORKER).status_code == 403
    (seen,) = sqlite_office.get("/referrals", **WORKER).json()["referrals"]
    assert (seen["case_id"], seen["siblings"]) == (case_ids[0], case_ids[1:])
    assert sqlite_office.get("/referrals", **STRANGER).json()["referrals"] == []


@pytest.mark.covers("R-56", "2-032")
@pytest.mark.refuses("CHILD_NAMED_IN_SHARED_RECORD")
def test_every_sibling_has_the_search_on_record_and_none_is_named_in_it(
    sqlite_office: Office,
) -> None:
    search = group(sqlite_office)
    naming = {"sections": {"family": "Wren looks after Demo-Finch."}}
    refused = search.act("sections", naming, Role.CASEWORKER)
    assert refused.json()["code"] == "CHILD_NAMED_IN_SHARED_RECORD"
    assert refused.json()["fields"] == ["sections.family"]
    assert not [name for name in CANARIES if name in refused.text.lower()]
    calling_off = {"reason": "child_refused", "text": "Wren said no."}
    refused = search.act("withdrawals", calling_off, Role.CASEWORKER)
    assert refused.json()["code"] == "CHILD_NAMED_IN_SHARED_RECORD"
    assert refused.json()["fields"] == ["text"]

    search.write()
    search.submit()
    search.accept()
    later = {"needed_from": (search.today + timedelta(days=9)).isoformat()}
    search.done("amendments", {"request": later, "why": "Their aunt has them."}, Role.CASEWORKER)
    grown = {"needed_from": "2031-01-05"}
    too_old = search.act("amendments", {"request": grown, "why": "Later."}, Role.CASEWORKER)
    assert too_old.json()["code"] == "AGE_OUTSIDE_CATEGORY"
    sqlite_office.quiet()

    for case_id in search.case_ids:
        shown = sqlite_office.get(f"/cases/{case_id}").json()
        assert [each["stage"] for each in shown["referrals"]] == ["accepted"]
        assert [each["code"] for each in shown["due"] if each["code"] == "C-INHOUSE"]
        told = sqlite_office.get(f"/cases/{case_id}/timeline").json()["entries"]
        assert any("begun for 3 siblings together" in entry["sentence"] for entry in told)


@pytest.mark.covers("R-56")
def test_erasing_one_sibling_leaves_the_record_of_the_others(sqlite_office: Office) -> None:
    search = group(sqlite_office, 2)
    search.write()
    erased, kept = search.case_ids
    running = sqlite_office.running
    running.ring.destroy(f"case-{erased}", running.clock.now())  # type: ignore[arg-type]

    texts = search.read()["request"]["sections"]
    assert "child 1" in texts["family"]
    assert sqlite_office.get(f"/cases/{kept}").json()["identity"]["full_name"] is not None
    refused = search.act("sections", {"sections": {"family": "Still."}}, Role.CASEWORKER)
    assert (refused.status_code, refused.json()["code"]) == (409, "ERASED")
