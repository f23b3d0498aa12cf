"""Brothers and sisters are placed together, or apart where that was approved (6-67)."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Seller, another_home, led_to_market, seller
from tests.support.service import Office
from tests.support.siblings import (
    CANARIES,
    Group,
    chosen,
    group,
    lines,
    reserved_at,
    split_approval,
)

TOGETHER = {"extent": "together"}
ALL = (1, 2, 3)


def on_the_market(office: Office, number: int = 3) -> Group:
    search = group(office, number)
    led_to_market(search)
    search.publish()
    return search


def offered(search: Group, who: Seller, siblings: Any, *priced: int) -> str:
    made = search.offer(who, siblings=siblings, price=lines(*(priced or ALL)))
    assert made.status_code == 201, made.text
    offer_id: str = made.json()["ids"]["offer_id"]
    return offer_id


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def moved_in(office: Office, placement_id: str, on: str) -> None:
    told = office.post(f"/placements/{placement_id}/starts", {"at": on})
    assert told.status_code == 201, told.text
    office.quiet()


def money(*children: int, weekly: int = 90_000) -> Any:
    whole = weekly * len(children)
    share = {"heading": "social_care", "weekly_pence": whole, "lead": True}
    starts = {"starts_on": "2026-03-01", "planned_weeks": 52}
    return {"price": lines(*children, weekly=weekly), "shares": [share], **starts}


@pytest.mark.covers("R-57", "R-58", "2-032")
def test_three_siblings_are_placed_together_or_not_at_all(sqlite_office: Office) -> None:
    roomy, small = seller(sqlite_office, places=3), seller(sqlite_office, places=2)
    search = on_the_market(sqlite_office)
    three, two = (offered(search, who, TOGETHER) for who in (roomy, small))
    sqlite_office.quiet()

    full = chosen(search, two, others_not_chosen={three: "Further away."})
    assert refused(full) == (422, "OVER_CAPACITY")
    assert reserved_at(sqlite_office, small) == 0
    assert search.read()["stage"] == "evaluating"
    telling = chosen(search, three, others_not_chosen={two: "Wren did not like it."})
    assert refused(telling) == (422, "REDACTION_NOT_CONFIRMED")
    naming = {"reasons": "Wren liked it.", "others_not_chosen": {two: "It has two places."}}
    assert refused(chosen(search, three, **naming)) == (422, "CHILD_NAMED_IN_SHARED_RECORD")

    placed = chosen(search, three, others_not_chosen={two: "It has two places."})
    assert placed.status_code == 201, placed.text
    assert reserved_at(sqlite_office, roomy) == 3
    ids = placed.json()["ids"]
    placements = [ids[f"placement_id_{number}"] for number in ALL]
    assert len(set(placements)) == 3
    for case_id, placement_id in zip(search.case_ids, placements, strict=True):
        arranged = sqlite_office.get(f"/placements/{placement_id}").json()["arrangement"]
        assert (arranged["case_id"], arranged["referral_id"]) == (case_id, search.referral_id)

    lacking = search.act("funding-requests", money(1, 2))
    assert refused(lacking) == (422, "FUNDING_SPLIT_UNBALANCED")
    search.done("funding-requests", money(*ALL))
    search.done("funding-authorisations", {}, Role.DCS)

    today = search.today.isoformat()
    for placement_id in placements[:2]:
        moved_in(sqlite_office, placement_id, today)
    half = search.read()
    assert half["stage"] == "authorised"
    assert [each["moved_in_at"] for each in half["children"]] == [today, today, None]
    moved_in(sqlite_office, placements[2], today)
    assert search.read()["stage"] == "fulfilled"
    theirs = sqlite_office.get(f"/invitations/{search.invitation(roomy)}", **roomy.user)
    assert theirs.json()["offer_status"] == "accepted"
    assert not [name for name in CANARIES if name in theirs.text.lower()]


@pytest.mark.covers("6-67", "R-57")
@pytest.mark.refuses("SIBLING_SPLIT_NOT_APPROVED")
def test_an_offer_for_two_of_three_parts_nobody_without_an_approved_reason(
    sqlite_office: Office,
) -> None:
    oak = seller(sqlite_office)
    search = on_the_market(sqlite_office)
    two = offered(search, oak, {"extent": "partial", "children": [1, 3]}, 1, 3)
    sqlite_office.quiet()

    assert refused(chosen(search, two)) == (422, "SIBLING_SPLIT_NOT_APPROVED")
    assert reserved_at(sqlite_office, oak) == 0
    approval, path = split_approval(2), "sibling-split-approvals"
    assert refused(search.act(path, approval, Role.BROKER)) == (403, "NOT_PERMITTED")
    search.done(path, approval, Role.TEAM_MANAGER)
    placed = chosen(search, two)
    assert placed.status_code == 201, placed.text
    ids = placed.json()["ids"]
    assert set(ids) == {"placement_id_1", "placement_id_3", "successor_id"}
    sqlite_office.quiet()

    # The child who is left out is searched for from that moment on, in a search of her own.
    own = sqlite_office.get(f"/referrals/{ids['successor_id']}").json()
    assert (own["case_id"], own["stage"]) == (search.case_ids[1], "submitted")
    assert own["successor_of"] == search.referral_id
    assert own["submission"]["team_manager_approval"] == "demo-team_manager"
    running = sqlite_office.running.office
    assert running.file_of(f"referral-{ids['successor_id']}") == f"case-{search.case_ids[1]}"  # type: ignore[arg-type]
    here = search.read()["children"]
    assert [each["left_because"] for each in here] == [None, "parted", None]
    assert here[1]["successor_id"] == ids["successor_id"]
    assert here[1]["may_be_parted"]["reason"] == "no_home_for_all"

    # Each child is then separate: the search ends with the two, whatever becomes of the third.
    for number in (1, 3):
        moved_in(sqlite_office, ids[f"placement_id_{number}"], search.today.isoformat())
    assert search.read()["stage"] == "fulfilled"
    assert sqlite_office.get(f"/referrals/{ids['successor_id']}").json()["stage"] == "submitted"


@pytest.mark.covers("R-57")
def test_siblings_may_live_in_two_homes_of_one_provider(sqlite_office: Office) -> None:
    oak = seller(sqlite_office, places=2)
    annex = another_home(sqlite_office, oak)
    search = on_the_market(sqlite_office)
    homes = [{"child": n, "setting_id": str(oak.setting_id)} for n in (1, 2)]
    homes.append({"child": 3, "setting_id": str(annex.setting_id)})
    split = search.offer(
        oak, setting_id=None, siblings={"extent": "split", "homes": homes}, price=lines(*ALL)
    )
    assert split.status_code == 201, split.text
    sqlite_office.quiet()
    search.done("sibling-split-approvals", split_approval(3), Role.TEAM_MANAGER)

    placed = chosen(search, split.json()["ids"]["offer_id"])
    assert placed.status_code == 201, placed.text
    assert "successor_id" not in placed.json()["ids"]
    assert [reserved_at(sqlite_office, each) for each in (oak, annex)] == [2, 1]
    search.done("preferred-offer-deselections", {"reason": "child_refused"})
    assert [reserved_at(sqlite_office, each) for each in (oak, annex)] == [0, 0]
