"""A pathway plan on its way: put on record, blacked out, read, certified, opened, taken back."""

import base64
import time
from hashlib import sha256
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import CANARIES, Search, ready_to_publish, seller
from tests.support.service import Office

PLAN = (
    "Pathway plan\n\n{names} lives near the park & cooks <well>.\n"
    "Her key worker, Mr Oduya, meets her on Mondays.\n"
)


def put(office: Office, found: Search, text: str, **more: Any) -> Any:
    body = {
        "kind": "pathway_plan",
        "title": "Pathway plan",
        "media_type": "text/plain",
        "content": base64.b64encode(text.encode()).decode(),
        **more,
    }
    return office.post(f"/cases/{found.case_id}/documents", body, role=Role.CASEWORKER)


def read_by_providers(office: Office, case_id: str) -> set[str]:
    """What the child's own access log says was read from outside, waited for at most a second."""
    give_up, found = time.monotonic() + 1, set[str]()
    while len(found) < 2 and time.monotonic() < give_up:
        lines = office.get("/access-log", {"case_id": case_id}, role=Role.DPO).json()["lines"]
        found = {each["resource"] for each in lines if each["role"].startswith("provider")}
    return found


@pytest.mark.covers("4-110", "6-65", "R-30")
def test_a_pathway_plan_is_read_by_those_asked_without_anything_the_child_is_known_by(
    office: Office,
) -> None:
    asked, found = seller(office), ready_to_publish(office)
    stranger = seller(office, lot="1.1")
    planted = PLAN.format(names=" and ".join(CANARIES))
    document_id = put(office, found, planted).json()["ids"]["document_id"]
    wanted = {"document_id": document_id, "also_take": ["Oduya"]}

    preview = office.post(f"{found.path}/document-copies/previews", wanted, role=Role.BROKER)
    copy = preview.json()
    unread = {**wanted, "read_sha256": "0" * 64}
    refused = office.post(f"{found.path}/document-copies", unread, role=Role.BROKER)
    certified = {**wanted, "read_sha256": copy["sha256"]}
    released = office.post(f"{found.path}/document-copies", certified, role=Role.BROKER)
    found.publish()

    assert preview.status_code == 200
    assert copy["taken"] > len(CANARIES) // 2
    assert refused.json()["code"] == "REDACTION_NOT_CONFIRMED"
    assert released.status_code == 201, released.text

    mine = f"/invitations/{found.invitation(asked)}/documents"
    assert office.get(mine, **asked.user).status_code == 404, "the pack has not been opened"
    found.answer(asked, "views", {})
    (listed,) = office.get(mine, **asked.user).json()["documents"]
    read = office.get(f"{mine}/{listed['copy_id']}", **asked.user)

    assert sha256(read.content).hexdigest() == listed["sha256"] == copy["sha256"]
    assert "cooks &lt;well&gt;" in read.text
    for canary in (*CANARIES, "Oduya"):
        assert canary.casefold() not in (read.text + copy["text"]).casefold()
    assert read.headers["Content-Security-Policy"].startswith("default-src 'none'")
    assert office.get(mine, **stranger.user).status_code == 404
    office.get(mine.removesuffix("/documents"), **asked.user)
    assert read_by_providers(office, found.case_id) == {
        f"copy-{listed['copy_id']}",
        mine.removesuffix("/documents").strip("/").replace("invitations/", "invitation-"),
    }

    back = {"copy_id": listed["copy_id"], "reason": "names_a_relative"}
    office.post(f"{found.path}/document-copies/withdrawals", back, role=Role.BROKER)

    assert office.get(mine, **asked.user).json()["documents"] == []
    kept = office.get(f"{found.path}/document-copies/{listed['copy_id']}", role=Role.DPO)
    assert kept.content == read.content
    assert office.get(f"{mine}/{listed['copy_id']}", **asked.user).status_code == 404


@pytest.mark.covers("R-30")
def test_documents_are_kept_in_versions_and_read_to_the_byte(sqlite_office: Office) -> None:
    office, found = sqlite_office, ready_to_publish(sqlite_office)
    path = f"/cases/{found.case_id}/documents"
    first = put(office, found, "First.").json()["ids"]["document_id"]
    second = put(office, found, "Second.", replaces=first).json()["ids"]["document_id"]

    again = put(office, found, "Third.", replaces=first)
    listed = office.get(path, role=Role.CASEWORKER).json()["documents"]
    content = office.get(f"{path}/{first}", role=Role.CASEWORKER)

    assert again.status_code == 409
    assert [(each["document_id"], each["version"]) for each in listed] == [(second, 2), (first, 1)]
    assert listed[1]["replaced_by"] == second
    assert listed[1]["sha256"] == sha256(b"First.").hexdigest()
    assert content.content == b"First."
    assert content.headers["Content-Disposition"] == "attachment"


@pytest.mark.refuses("UNREADABLE_DOCUMENT")
def test_a_document_of_which_no_text_can_be_read_does_not_go_out(sqlite_office: Office) -> None:
    office, found = sqlite_office, ready_to_publish(sqlite_office)
    picture = put(office, found, "%PDF-broken", media_type="application/pdf")
    wanted = {"document_id": picture.json()["ids"]["document_id"]}

    preview = office.post(f"{found.path}/document-copies/previews", wanted, role=Role.BROKER)

    assert preview.status_code == 422
    assert preview.json()["code"] == "UNREADABLE_DOCUMENT"
