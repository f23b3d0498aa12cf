"""A published search is amended, extended and widened; its pack is withdrawn and proved later."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.service import Office


def read(office: Office, search: Search, who: Seller) -> Any:
    return office.get(f"/invitations/{search.invitation(who)}", **who.user).json()


def pack_of(search: Search, summary: str) -> Any:
    return {**search.publication()["pack"], "summary": summary}


def amendment(search: Search, summary: str, *, material: bool) -> Any:
    return {
        "pack": pack_of(search, summary),
        "certified_by": "cert-certifier",
        "material": material,
        "reason": "needs_changed",
    }


def seen(office: Office, search: Search, who: Seller, at: datetime) -> Any:
    params = {"provider_id": str(who.provider_id), "at": at.isoformat()}
    answer = office.get(f"{search.path}/packs", params, role=Role.AUDITOR)
    assert answer.status_code == 200, answer.text
    return answer.json()


def now(office: Office) -> datetime:
    return office.running.clock.now()


@pytest.mark.covers("6-64", "R-06", "R-68")
def test_a_material_change_is_told_to_all_and_both_versions_can_be_read_again(
    sqlite_office: Office,
) -> None:
    office, one, other = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = ready_to_publish(office)
    search.publish()
    search.answer(one, "views", {})
    first = read(office, search, one)
    when_first = now(office)
    office.move_clock(when_first + timedelta(hours=2))

    search.done("publication-amendments", amendment(search, "Likes cats.", material=False))
    office.quiet()
    unmoved = read(office, search, one)
    assert (unmoved["deadline"], unmoved["opened"]) == (first["deadline"], False)
    search.done("publication-amendments", amendment(search, "Awake nights.", material=True))
    office.quiet()

    for who in (one, other):
        told = read(office, search, who)
        moved = datetime.fromisoformat(told["deadline"]) - datetime.fromisoformat(first["deadline"])
        assert timedelta(hours=2) <= moved < timedelta(hours=2, minutes=1)
        assert (told["pack"], told["opened"]) == (None, False)
    search.answer(one, "views", {})
    assert read(office, search, one)["pack"]["summary"] == "Awake nights."

    (before,), (after,) = (
        seen(office, search, one, at) for at in (when_first, now(office) + timedelta(seconds=1))
    )
    assert (before["sha256"], after["sha256"]) == (
        first["pack_sha256"],
        read(office, search, one)["pack_sha256"],
    )
    assert "Likes cooking" in before["content"]
    assert before["opened_at"] is not None
    for pack in (before, after):
        bytes_again = office.get(f"{search.path}/packs/{pack['sha256']}", role=Role.AUDITOR).content
        assert sha256(bytes_again).hexdigest() == pack["sha256"]
        assert bytes_again.decode() == pack["content"]
    assert seen(office, search, one, datetime(2020, 1, 1, tzinfo=UTC)) == []
    versions = search.read()["packs"]
    assert [version["material"] for version in versions] == [True, False, True]
    assert [version["opened_by"] for version in versions] == [
        [str(one.provider_id)],
        [],
        [str(one.provider_id)],
    ]


@pytest.mark.covers("R-69")
@pytest.mark.refuses("DEADLINE_PASSED")
def test_time_is_added_for_all_and_more_are_asked_with_a_window_of_their_own(
    sqlite_office: Office,
) -> None:
    office, one = sqlite_office, seller(sqlite_office)
    search = ready_to_publish(office)
    search.publish()
    due = datetime.fromisoformat(read(office, search, one)["deadline"])
    later = (due + timedelta(hours=5)).isoformat()
    search.done("deadline-extensions", {"deadline": later, "reason": "questions_outstanding"})
    other = seller(office)
    office.quiet()

    office.move_clock(now(office) + timedelta(hours=1))
    search.done("widenings", {"audience": "lot", "reason": "few_answers"})
    office.quiet()

    assert datetime.fromisoformat(read(office, search, one)["deadline"]) == due + timedelta(hours=5)
    added = datetime.fromisoformat(read(office, search, other)["deadline"])
    assert timedelta(hours=1) <= added - due < timedelta(hours=1, minutes=1)
    nobody = search.act("widenings", {"audience": "lot", "reason": "few_answers"})
    assert (nobody.status_code, nobody.json()["code"]) == (422, "MISSING_INFORMATION")
    office.move_clock(due + timedelta(hours=1, seconds=30))
    late = {"deadline": (due + timedelta(hours=9)).isoformat(), "reason": "more_time"}
    assert search.act("deadline-extensions", late).json()["code"] == "DEADLINE_PASSED"


@pytest.mark.refuses("REDACTION_NOT_CONFIRMED")
def test_a_question_is_answered_to_all_without_who_asked(sqlite_office: Office) -> None:
    office, one, other = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = ready_to_publish(office)
    search.publish()
    due = read(office, search, one)["deadline"]

    asked = search.answer(one, "questions", {"text": "Could Harbour Homes use its annexe?"})
    question = asked.json()["ids"]["question_id"]
    told = {"question_id": question, "text": "An annexe will do.", "to_all": True}
    assert search.act("invitation-question-answers", told).json()["code"] == "MISSING_INFORMATION"
    leaking = {**told, "shared_as": "An annexe for Otty?"}
    refused = search.act("invitation-question-answers", leaking).json()
    assert (refused["code"], refused["fields"]) == ("REDACTION_NOT_CONFIRMED", ["shared_as"])
    search.done("invitation-question-answers", {**told, "shared_as": "Would an annexe do?"})
    office.quiet()

    mine, theirs = read(office, search, one), read(office, search, other)
    assert mine["deadline"] == due
    assert [(q["own"], q["answer"]) for q in mine["questions"]] == [(True, "An annexe will do.")]
    assert [(q["own"], q["text"]) for q in theirs["questions"]] == [(False, "Would an annexe do?")]
    assert "Harbour" not in str(theirs["questions"])
    assert str(one.provider_id) not in str(theirs)


@pytest.mark.covers("6-65")
def test_a_pack_with_a_name_in_it_is_gone_at_once_and_kept_as_evidence(
    sqlite_office: Office,
) -> None:
    office, opened, unopened = sqlite_office, seller(sqlite_office), seller(sqlite_office)
    search = ready_to_publish(office)
    search.publish(pack=pack_of(search, "Her friend Marlowe visits."))
    search.answer(opened, "views", {})
    leaked, before = read(office, search, opened)["pack_sha256"], now(office)

    fault = {"field": "summary", "reason": "name_of_friend"}
    caused = search.done("pack-withdrawals", fault, Role.DPO).json()["caused"]
    office.quiet()

    assert caused == ["referral.pack_withdrawn.v1"]
    for who in (opened, unopened):
        shown = read(office, search, who)
        assert (shown["pack"], shown["pack_sha256"]) == (None, None)
        assert shown["to_delete"] is (who is opened)
    assert search.answer(unopened, "views", {}).status_code == 409
    (task,) = [
        task
        for task in office.get("/tasks", role=Role.DPO).json()["tasks"]
        if task["code"] == "DATA_BREACH_TO_JUDGE"
    ]
    assert task["stream"] == f"referral-{search.referral_id}"
    (version,) = search.read()["packs"]
    assert version["opened_by"] == [str(opened.provider_id)]
    assert version["withdrawn_at"] is not None

    search.done("publication-amendments", amendment(search, "A friend visits.", material=False))
    search.answer(opened, "pack-deletions", {})
    office.quiet()

    assert read(office, search, opened)["to_delete"] is False
    acknowledged = {
        each["provider_id"]: each["deletion_acknowledged_at"] is not None
        for each in search.read()["invitations"]
    }
    assert acknowledged == {str(opened.provider_id): True, str(unopened.provider_id): False}
    search.answer(unopened, "views", {})
    assert read(office, search, unopened)["pack"]["summary"] == "A friend visits."
    kept = office.get(f"{search.path}/packs/{leaked}", role=Role.DPO)
    assert "Marlowe" in kept.text
    (was,) = seen(office, search, opened, before + timedelta(milliseconds=1))
    assert was["sha256"] == leaked


@pytest.mark.covers("4-126")
def test_a_telephone_call_is_noted_of_a_provider_and_not_shown_to_it(
    sqlite_office: Office,
) -> None:
    office, one = sqlite_office, seller(sqlite_office)
    search = ready_to_publish(office)
    search.publish()
    before = read(office, search, one)["version"]
    called = {
        "provider_id": str(one.provider_id),
        "at": now(office).isoformat(),
        "outcome": "left_message",
        "note": "Ring back after six.",
    }

    search.done("telephone-contacts", called, Role.OUT_OF_HOURS)
    office.quiet()

    (noted,) = search.read()["invitations"][0]["contacts"]
    assert (noted["outcome"], noted["by"]) == ("left_message", "demo-out_of_hours")
    shown = read(office, search, one)
    assert shown["version"] == before
    assert "Ring back" not in str(shown)
