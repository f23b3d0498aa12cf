"""An answer tells of the child as the pack does: whom, for how long, who read it, who holds it."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, ready_to_publish, seller, suspend
from tests.support.service import Office


def read(search: Search, who: Seller) -> Any:
    search.office.quiet()
    return search.office.get(f"/invitations/{search.invitation(who)}", **who.user).json()


def ask(search: Search, who: Seller) -> str:
    asked = search.answer(who, "questions", {"text": "Does she smoke?"})
    question_id: str = asked.json()["ids"]["question_id"]
    return question_id


def reply(search: Search, question_id: str) -> None:
    told = {"question_id": question_id, "text": "At night.", "to_all": True, "shared_as": "Smoke?"}
    search.done("invitation-question-answers", told)
    search.office.quiet()


def days_later(office: Office) -> None:
    office.move_clock(office.running.clock.now() + timedelta(days=2))
    office.quiet()


def noted(search: Search, who: Seller) -> list[str]:
    search.office.running.worker.access_log.settle()
    params = {"case_id": search.case_id}
    lines = search.office.get("/access-log", params, role=Role.AUDITOR).json()["lines"]
    return [each["resource"] for each in lines if each["subject"] == who.user["subject"]]


@pytest.mark.covers("R-72", "R-116")
def test_who_is_out_is_told_no_answer_any_more_and_deletes_what_it_was_told(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    asker, gone, suspended = (seller(office) for _ in range(3))
    search = ready_to_publish(office)
    search.publish()
    first, second = ask(search, asker), ask(search, asker)
    reply(search, first)
    during = read(search, gone)
    assert (len(during["questions"]), during["to_delete"], during["opened"]) == (1, False, False)
    assert noted(search, gone) == [f"invitation-{during['invitation_id']}"]

    search.answer(gone, "declines", {"reason": "no_vacancy"})
    suspend(office, suspended)
    office.quiet()
    reply(search, second)
    assert len(read(search, gone)["questions"]) == 1, "for as long as the pack is open"
    days_later(office)

    for out in (gone, suspended):
        shown = read(search, out)
        assert (shown["closed"], shown["questions"], shown["to_delete"]) == (True, [], True)
    told = {
        each["provider_id"]: [m["about"] for m in each["messages"]].count("question_answered")
        for each in search.read()["invitations"]
    }
    assert told == {
        str(asker.provider_id): 2,
        str(gone.provider_id): 1,
        str(suspended.provider_id): 1,
    }
    search.answer(gone, "pack-deletions", {})
    assert read(search, gone)["to_delete"] is False
    fault = {"question_id": second, "reason": "name_of_friend"}
    search.done("answer-withdrawals", fault, Role.DPO)
    assert read(search, gone)["to_delete"] is False, "it was never shown the second"
    assert len(read(search, asker)["questions"]) == 2


@pytest.mark.covers("R-116")
def test_who_says_too_early_that_it_deleted_the_pack_opens_it_again_and_is_asked_again(
    sqlite_office: Office,
) -> None:
    asked = seller(sqlite_office)
    search = ready_to_publish(sqlite_office)
    search.publish()
    search.answer(asked, "views", {})

    search.answer(asked, "pack-deletions", {})
    shut = read(search, asked)
    again = search.answer(asked, "views", {})
    opened = read(search, asked)
    search.answer(asked, "declines", {"reason": "no_vacancy"})
    days_later(sqlite_office)
    closed = read(search, asked)

    assert (shut["opened"], shut["pack"], shut["to_delete"]) == (False, None, False)
    assert again.json()["caused"] == ["referral.pack_viewed.v1"]
    assert (opened["opened"], opened["pack"] is None, opened["to_delete"]) == (True, False, False)
    assert (closed["pack"], closed["to_delete"]) == (None, True)
