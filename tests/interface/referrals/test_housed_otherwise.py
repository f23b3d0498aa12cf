"""A child who moved in otherwise is not searched for unnoticed, and where it lives can be paid."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_a_choice_at_night import by_telephone, offered_tonight
from tests.interface.referrals.test_an_emergency_at_night import NIGHT
from tests.support.market import Search, offer_content, seller
from tests.support.service import Office

PRICE = [{"kind": "accommodation", "weekly_pence": 90000}]
SHARES = [{"heading": "social_care", "weekly_pence": 90000, "lead": True}]


def moved_in(office: Office, search: Search, setting_id: str, ago: timedelta = timedelta()) -> str:
    """A phone note at night: the child is there, and nothing had been proposed."""
    at = office.running.clock.now() - ago
    body = {"case_id": search.case_id, "setting_id": setting_id, "at": at.isoformat()}
    answer = office.post("/placements/starts", body, role=NIGHT)
    assert answer.status_code == 201, answer.text
    office.quiet()
    placement: str = answer.json()["ids"]["placement_id"]
    return placement


def tasks(office: Office) -> list[str]:
    listed = office.get("/tasks", {"limit": 50}, role=Role.BROKER).json()["tasks"]
    return [each["code"] for each in listed]


def clocks(office: Office, search: Search) -> dict[str, str]:
    listed = office.get(f"/cases/{search.case_id}/clocks", role=Role.BROKER).json()["clocks"]
    return {each["code"]: each["outcome"] for each in listed}


@pytest.mark.covers("R-105", "R-47", "C-INFO-72", "C-EMERG-SAMEDAY", "C-FUND-RETRO")
def test_where_the_child_lives_is_joined_to_the_search_and_paid_for(sqlite_office: Office) -> None:
    office = sqlite_office
    search, offer_id = offered_tonight(office)
    home = search.read()["offers"][0]["setting_id"]
    elsewhere = seller(office, lot=None)
    placement = moved_in(office, search, home)

    shown = search.read()
    assert [each["placement_id"] for each in shown["housed_otherwise"]] == [placement]
    assert (shown["stage"], tasks(office).count("DECIDE_ON_SEARCH")) == ("published", 1)
    urgent = clocks(office, search)
    assert (urgent["C-EMERG-SAMEDAY"], urgent["C-INFO-72"]) == ("met", "stopped")

    came_of = {"placement_id": placement, "offer_id": offer_id, "reasons": "They took her in."}
    unasked = {**came_of, "placement_id": str(elsewhere.setting_id)}
    assert search.act("joined-placements", unasked).status_code == 404
    search.done("joined-placements", came_of)
    office.quiet()

    assert (search.read()["stage"], tasks(office)) == ("fulfilled", [])
    assert search.read()["end"]["joined_because"] == "They took her in."
    after = clocks(office, search)
    assert (after["C-INFO-72"], after["C-FUND-RETRO"]) == ("running", "running")
    _paid(office, search, placement)


def _paid(office: Office, search: Search, placement: str, **named: Any) -> None:
    """Its money is authorised, and its agreement is made on the strength of it."""
    plan = {"price": PRICE, "shares": SHARES, "starts_on": search.today.isoformat(), **named}
    search.done("funding-requests", {**plan, "planned_weeks": 26})
    search.done("funding-authorisations", {}, Role.DCS)
    office.quiet()
    assert clocks(office, search)["C-FUND-RETRO"] == "met"
    arrangement = office.get(f"/placements/{placement}", role=Role.BROKER).json()["arrangement"]
    assert (arrangement["referral_id"], arrangement["lot"]) == (search.referral_id, "2.1")


@pytest.mark.covers("R-105")
def test_a_search_that_it_did_not_come_of_is_called_off_with_its_reason(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    search, offer_id = offered_tonight(office)
    elsewhere = seller(office, lot=None)
    placement = moved_in(office, search, str(elsewhere.setting_id))
    other_home: Any = {"placement_id": placement, "offer_id": offer_id, "reasons": "It was near."}
    assert search.act("joined-placements", other_home).status_code == 404

    search.done("withdrawals", {"reason": "housed_otherwise"}, Role.CASEWORKER)
    office.quiet()
    office.move_clock(datetime.fromisoformat(_now(office)) + timedelta(days=7))
    office.quiet()

    assert (search.read()["stage"], tasks(office)) == ("withdrawn", [])
    assert not URGENT & broken(office, search)


def left(office: Office, placement: str, ago: timedelta = timedelta()) -> None:
    """It broke down, and the child is gone."""
    at = office.running.clock.now() - ago
    body = {"at": at.isoformat(), "reason": "carer_requests_behaviour", "instigator": "provider"}
    body["destination"] = "independent_living"
    etag = office.get(f"/placements/{placement}", role=Role.BROKER).headers["ETag"]
    path = f"/placements/{placement}/ends"
    answer = office.post(path, body, role=Role.CASEWORKER, if_match=etag)
    assert answer.status_code == 201, answer.text
    office.quiet()


URGENT = {"C-EMERG-SAMEDAY", "C-INFO-72"}


@pytest.mark.covers("R-105", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_a_home_from_before_the_emergency_is_none(sqlite_office: Office) -> None:
    office = sqlite_office
    search, offer_id = offered_tonight(office)
    home = search.read()["offers"][0]["setting_id"]
    placement = moved_in(office, search, home, ago=timedelta(days=3))

    assert (search.read()["housed_otherwise"], tasks(office)) == ([], [])
    left(office, placement, ago=timedelta(days=1))
    came_of = {"placement_id": placement, "offer_id": offer_id, "reasons": "They took her in."}
    refused = search.act("joined-placements", came_of)
    assert (refused.status_code, refused.json()["code"]) == (422, "EFFECTIVE_BEFORE_STREAM")
    assert {clocks(office, search)[each] for each in URGENT} == {"running"}
    office.move_clock(office.running.clock.now() + timedelta(days=4))
    office.quiet()
    assert broken(office, search) >= URGENT


@pytest.mark.covers("R-105", "C-EMERG-SAMEDAY", "C-INFO-72")
def test_a_home_that_the_child_has_left_again_is_none_any_more(sqlite_office: Office) -> None:
    office = sqlite_office
    search, _ = offered_tonight(office)
    elsewhere = seller(office, lot=None)
    placement = moved_in(office, search, str(elsewhere.setting_id))
    assert clocks(office, search)["C-EMERG-SAMEDAY"] == "met"

    left(office, placement)

    (shown,) = search.read()["housed_otherwise"]
    assert shown["until"] is not None
    assert {clocks(office, search)[each] for each in URGENT} == {"running"}
    office.move_clock(office.running.clock.now() + timedelta(days=4))
    office.quiet()
    assert broken(office, search) >= URGENT


@pytest.mark.covers("R-119", "C-FUND-RETRO", "C-EMERG-SAMEDAY")
def test_the_nights_of_a_stay_that_is_over_are_paid_and_the_search_goes_on(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    search, offer_id = offered_tonight(office)
    home = search.read()["offers"][0]["setting_id"]
    placement = moved_in(office, search, home)
    left(office, placement)

    came_of = {"placement_id": placement, "offer_id": offer_id, "reasons": "They took her in."}
    search.done("joined-placements", came_of)
    office.quiet()
    shown = search.read()
    (stay,) = shown["stays_joined"]
    assert (stay["placement_id"], stay["reasons"]) == (placement, "They took her in.")
    assert (shown["stage"], shown["end"]) == ("published", None)
    assert {clocks(office, search)[each] for each in URGENT} == {"running"}
    assert clocks(office, search)["C-FUND-RETRO"] == "running"

    _paid(office, search, placement, offer_id=offer_id)
    assert search.read()["stage"] == "published"
    search.done("preferred-offers", search.choice(offer_id))
    assert search.read()["stage"] == "preferred"


def broken(office: Office, search: Search) -> set[str]:
    listed = office.get(f"/cases/{search.case_id}/breaches", role=Role.BROKER).json()["breaches"]
    return {each["code"] for each in listed}


@pytest.mark.covers("R-105", "R-70")
def test_the_home_where_the_child_lives_is_told_and_the_one_that_was_chosen_is_not(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    lives_with = seller(office)
    search, offer_id = offered_tonight(office, sellers=1)
    tonight = {"earliest_start": search.today.isoformat(), "content": offer_content(shared=False)}
    came_of = search.offer(lives_with, **tonight).json()["ids"]["offer_id"]
    office.quiet()
    reasons = {came_of: "Further away."}
    search.done(
        "spoken-preferred-offers", by_telephone(search, offer_id, others_not_chosen=reasons), NIGHT
    )
    office.quiet()
    placement = moved_in(office, search, str(lives_with.setting_id))

    part = {"sections": {"history": "Two homes before this one."}}
    named = {"certified_by": "cert-certifier"}
    for path, told in (("information-parts", part), ("named-minimum-packs", named)):
        refused = search.act(path, told, NIGHT)
        assert (refused.status_code, "join its placement" in refused.text) == (409, True)

    search.done("preferred-offer-deselections", {"reason": "child_refused"})
    search.done(
        "joined-placements",
        {"placement_id": placement, "offer_id": came_of, "reasons": "They took her in."},
    )
    search.done("information-parts", part)
    office.quiet()
    own = office.get(f"/invitations/{search.invitation(lives_with)}", **lives_with.user).json()
    assert list(own["released"]["information"]) == ["history"]


def _now(office: Office) -> str:
    return office.running.clock.now().isoformat()
