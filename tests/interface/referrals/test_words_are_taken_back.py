"""A name in an answer to all is out of sight at once, judged, deleted, and answered anew (6-65)."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, Seller, ready_to_publish, seller
from tests.support.service import Office

SLIP = "Her friend Marlowe has one."
SHARED = "Would Marlowe's dog do?"


def read(search: Search, who: Seller) -> Any:
    search.office.quiet()
    path = f"/invitations/{search.invitation(who)}"
    return search.office.get(path, **who.user).json()


def answers(search: Search, who: Seller) -> list[tuple[bool, str | None]]:
    return [(each["own"], each["answer"]) for each in read(search, who)["questions"]]


def codes(office: Office, role: Role) -> list[str]:
    return [each["code"] for each in office.get("/tasks", role=role).json()["tasks"]]


@pytest.mark.covers("6-65", "R-98")
def test_an_answer_with_a_name_in_it_is_gone_at_once_for_everybody(sqlite_office: Office) -> None:
    office, asker, other, later = sqlite_office, *(seller(sqlite_office) for _ in range(3))
    search = ready_to_publish(office)
    chosen = [str(each.provider_id) for each in (asker, other)]
    search.publish(audience=chosen)
    asked = search.answer(asker, "questions", {"text": "Does a pet matter?"}).json()
    question = asked["ids"]["question_id"]
    reply = {"question_id": question, "text": SLIP, "to_all": True, "shared_as": SHARED}
    search.done("invitation-question-answers", reply)
    search.done("widenings", {"reason": "too_few", "audience": [str(later.provider_id)]})
    assert answers(search, other) == [(False, SLIP)]

    fault = {"question_id": question, "reason": "name_of_friend"}
    taken = search.done("answer-withdrawals", fault, Role.OUT_OF_HOURS)
    again = search.act("answer-withdrawals", fault, Role.DPO)

    assert taken.json()["caused"] == ["referral.invitation_answer_taken_back.v1"]
    assert (again.status_code, again.json()["code"]) == (409, "WRONG_STATE")
    assert answers(search, asker) == [(True, None)]
    assert answers(search, other) == answers(search, later) == []
    assert [read(search, who)["to_delete"] for who in (asker, other, later)] == [True, True, False]
    assert codes(office, Role.DPO) == ["DATA_BREACH_TO_JUDGE"]
    seen = search.read()
    (shown,) = seen["invitation_questions"]
    (was,) = shown["taken_back"]
    assert (shown["answer"], was["answer"], was["shared_as"]) == (None, SLIP, SHARED)
    assert (was["shown_to"], was["reason"]) == (chosen, "name_of_friend")
    told = {
        each["provider_id"]: [(m["about"], m["fate"]) for m in each["messages"]][-1]
        for each in seen["invitations"]
    }
    assert [told[each] for each in chosen] == [("pack_withdrawn", "delivered")] * 2
    assert told[str(later.provider_id)] == ("invited", "delivered")

    search.done("invitation-question-answers", {**reply, "text": "No.", "shared_as": "Any pets?"})
    search.answer(other, "pack-deletions", {})
    assert answers(search, asker) == [(True, "No.")]
    assert answers(search, other) == [(False, "No.")]
    assert [read(search, who)["to_delete"] for who in (asker, other)] == [True, False]
    timeline = office.get(f"/cases/{search.case_id}/timeline", role=Role.BROKER).text
    assert "An answer was taken back" in timeline
    assert "Marlowe" not in timeline
