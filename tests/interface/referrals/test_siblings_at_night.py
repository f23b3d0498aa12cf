"""Brothers and sisters at 22:00: what a manager says on the telephone is enough to part them."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_an_emergency_at_night import (
    NIGHT,
    led_to_the_market_at_night,
    publication,
)
from tests.support.market import Seller, offer_content, seller
from tests.support.service import Office
from tests.support.siblings import (
    Group,
    lines,
    open_siblings,
    referral_of,
    reserved_at,
    split_approval,
)


def taken_on_together(office: Office, number: int = 3) -> Group:
    """As far as the market, by the Careline, for so many children."""
    case_ids = open_siblings(office, number)
    body = {**referral_of(office, case_ids), "tier": "urgent", "emergency": True}
    drafted = office.post("/referrals", body, role=NIGHT)
    assert drafted.status_code == 201, drafted.text
    found = Group(office, case_ids[0], drafted.json()["ids"]["referral_id"], case_ids)
    led_to_the_market_at_night(found, together=True)
    found.done("emergency-publications", publication(found), NIGHT)
    office.quiet()
    return found


def offered_tonight(search: Group, who: Any, siblings: Any, *children: int) -> str:
    tonight = {"earliest_start": search.today.isoformat(), "content": offer_content(shared=False)}
    made = search.offer(who, siblings=siblings, price=lines(*children), **tonight)
    assert made.status_code == 201, made.text
    offer_id: str = made.json()["ids"]["offer_id"]
    return offer_id


@pytest.mark.covers("R-118", "R-57", "R-104", "6-67")
@pytest.mark.refuses("SIBLING_SPLIT_NOT_APPROVED")
def test_a_manager_lets_them_part_by_telephone_and_owns_to_it(sqlite_office: Office) -> None:
    office = sqlite_office
    home = seller(office)
    search = taken_on_together(office)
    two = offered_tonight(search, home, {"extent": "partial", "children": [1, 3]}, 1, 3)
    now = office.running.clock.now().isoformat()
    word = {"officer": "terry-team-manager", "at": now}
    chosen = {**search.choice(two, jointly_with="olly"), "officer": "blake-broker", "at": now}

    unapproved = search.act("spoken-preferred-offers", chosen, NIGHT)
    assert unapproved.json()["code"] == "SIBLING_SPLIT_NOT_APPROVED"
    path, parting = "spoken-sibling-split-approvals", {**word, **split_approval(2)}
    assert search.act(path, parting, Role.CASEWORKER).status_code == 403
    search.done(path, parting, NIGHT)
    search.done("spoken-preferred-offers", chosen, NIGHT)

    spoken = {each["act"]: each for each in search.read()["spoken_approvals"]}
    assert spoken["sibling_split"]["officer"] == "terry-team-manager"
    number = spoken["sibling_split"]["number"]
    path = f"{search.path}/spoken-approvals/{number}/confirmations"
    owned = office.post(path, {}, subject="terry-team-manager", role=Role.TEAM_MANAGER)
    assert owned.status_code == 201
    assert search.read()["children"][1]["may_be_parted"]["by"] == "terry-team-manager"


@pytest.mark.covers("R-169", "R-118", "R-104")
@pytest.mark.refuses("SIBLING_SPLIT_NOT_APPROVED")
def test_a_word_that_the_manager_denied_parts_nobody_any_more(sqlite_office: Office) -> None:
    office = sqlite_office
    home = seller(office)
    search = taken_on_together(office)
    two = offered_tonight(search, home, {"extent": "partial", "children": [1, 3]}, 1, 3)
    now = office.running.clock.now().isoformat()
    word = {"officer": "terry-team-manager", "at": now}
    search.done("spoken-sibling-split-approvals", {**word, **split_approval(2)}, NIGHT)
    number = {e["act"]: e["number"] for e in search.read()["spoken_approvals"]}["sibling_split"]
    path = f"{search.path}/spoken-approvals/{number}/denials"
    text = {"text": "I never said so."}
    denied = office.post(path, text, subject="terry-team-manager", role=Role.TEAM_MANAGER)
    assert denied.status_code == 201

    chosen = {**search.choice(two, jointly_with="olly"), "officer": "blake-broker", "at": now}
    refused = search.act("spoken-preferred-offers", chosen, NIGHT).json()
    assert refused["code"] == "SIBLING_SPLIT_NOT_APPROVED"
    assert search.read()["children"][1]["may_be_parted"] is None


def moved_in(office: Office, case_id: str, who: Seller) -> str:
    """Nothing was proposed, and the child is there."""
    at = office.running.clock.now().isoformat()
    body = {"case_id": case_id, "setting_id": str(who.setting_id), "at": at}
    answer = office.post("/placements/starts", body, role=NIGHT)
    assert answer.status_code == 201, answer.text
    office.quiet()
    placement_id: str = answer.json()["ids"]["placement_id"]
    return placement_id


def joined(search: Group, placement_id: str, offer_id: str) -> Any:
    told = {"placement_id": placement_id, "offer_id": offer_id, "reasons": "They took her in."}
    answer = search.act("joined-placements", told)
    search.office.quiet()
    return answer


@pytest.mark.covers("R-120", "R-105", "R-106", "R-117")
def test_who_is_there_already_takes_no_second_bed_and_her_sister_keeps_hers(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    home = seller(office, places=2)
    search = taken_on_together(office, 2)
    offer_id = offered_tonight(search, home, {"extent": "together"}, 1, 2)
    there = moved_in(office, search.case_ids[0], home)
    alone = joined(search, there, offer_id)
    assert (alone.status_code, alone.json()["code"]) == (409, "WRONG_STATE")

    ids = search.done("preferred-offers", search.choice(offer_id)).json()["ids"]
    office.quiet()
    assert (ids["placement_id_1"], reserved_at(office, home)) == (there, 1)
    assert "impact_assessment" not in search.read()["choice"]["skipped"]  # a sister is no other
    assert joined(search, there, offer_id).status_code == 201
    assert reserved_at(office, home) == 1
    second = f"/placements/{ids['placement_id_2']}"
    assert office.get(second, role=Role.BROKER).json()["stage"] == "proposed"
    now = {"at": office.running.clock.now().isoformat()}
    assert office.post(f"{second}/starts", now, role=NIGHT).status_code == 201
    office.quiet()
    assert search.read()["stage"] == "fulfilled"


@pytest.mark.covers("R-120", "R-105", "R-175")
def test_where_all_of_them_live_in_the_home_that_offered_nobody_is_chosen_for(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    home = seller(office, places=2)
    search = taken_on_together(office, 2)
    offer_id = offered_tonight(search, home, {"extent": "together"}, 1, 2)
    placements = [moved_in(office, each, home) for each in search.case_ids]

    for placement_id, stage in zip(placements, ("preferred", "fulfilled"), strict=True):
        assert joined(search, placement_id, offer_id).status_code == 201
        assert search.read()["stage"] == stage
    shown = search.read()
    assert (shown["stage"], shown["choice"]) == ("fulfilled", None)
    assert [each["placement_id"] for each in shown["children"]] == placements
