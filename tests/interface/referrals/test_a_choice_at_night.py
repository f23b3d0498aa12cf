"""The Careline chooses at 21:40 on a broker's word, and on Monday the officers own to theirs."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.referrals.test_an_emergency_at_night import (
    NIGHT,
    SETTING_UP,
    publication,
    taken_on,
)
from tests.interface.referrals.test_response_windows import StartedAt, started_at
from tests.support.market import Search, offer_content, seller
from tests.support.service import Office

__all__ = ["started_at"]

FRIDAY = datetime(2026, 3, 6, 21, 15, tzinfo=UTC)
MONDAY = datetime(2026, 3, 9, 9, tzinfo=UTC)


def offered_tonight(office: Office, *, sellers: int = 2) -> tuple[Search, str]:
    """Two are asked; one answers within minutes, and the other still has time."""
    asked = [seller(office) for _ in range(sellers)]
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    search.answer(asked[0], "views", {})
    tonight = {"earliest_start": search.today.isoformat(), "content": offer_content(shared=False)}
    offered = search.offer(asked[0], **tonight)
    assert offered.status_code == 201, offered.text
    office.quiet()
    return search, offered.json()["ids"]["offer_id"]


def by_telephone(search: Search, offer_id: str, **changed: Any) -> Mapping[str, Any]:
    told = {"officer": "blake-broker", "at": now(search.office), "jointly_with": "olly"}
    return {**search.choice(offer_id, **told), **changed}


def now(office: Office) -> str:
    return office.running.clock.now().isoformat()


def words(search: Search) -> Mapping[str, Any]:
    return {each["act"]: each for each in search.read()["spoken_approvals"]}


def line(office: Office, search: Search) -> Any:
    listed = office.get("/referrals", {"limit": 50}, role=Role.BROKER).json()["referrals"]
    return next(each for each in listed if each["referral_id"] == search.referral_id)


@pytest.mark.covers("R-103", "R-104", "R-81", "6-69")
def test_the_careline_chooses_on_a_brokers_word_and_the_officers_own_to_it_on_monday(
    started_at: StartedAt,  # a fixture
) -> None:
    with started_at(FRIDAY - SETTING_UP) as office:
        search, offer_id = offered_tonight(office)
        office.move_clock(FRIDAY + timedelta(minutes=25))

        placement = _chosen(search, offer_id)
        _money(search)
        arrived = FRIDAY + timedelta(hours=4, minutes=55)
        office.move_clock(arrived + timedelta(minutes=30))
        at = {"at": arrived.isoformat()}
        start = office.post(f"/placements/{placement}/starts", at, role=NIGHT)
        assert start.status_code == 201, start.text
        office.quiet()
        assert search.read()["stage"] == "fulfilled"

        office.move_clock(MONDAY)
        open_words = line(office, search)
        assert (open_words["unconfirmed"], open_words["clock"]["due"][:10]) == (5, "2026-03-09")
        _owned_to(search)


def _chosen(search: Search, offer_id: str) -> str:
    said = by_telephone(search, offer_id)
    own = {**said, "officer": "demo-out_of_hours"}
    refused = search.act("spoken-preferred-offers", own, NIGHT).json()
    assert refused["code"] == "CONFLICT_OF_INTEREST"
    by_head = {**said, "officer": "nadia-nominated"}
    refused = search.act("spoken-preferred-offers", by_head, NIGHT).json()
    assert refused["code"] == "CONFLICT_OF_INTEREST"
    early = {**said, "at": "2026-03-05T23:59:59Z"}
    refused = search.act("spoken-preferred-offers", early, NIGHT).json()
    assert refused["code"] == "EFFECTIVE_BEFORE_STREAM"

    ids = search.done("spoken-preferred-offers", said, NIGHT).json()["ids"]
    search.office.quiet()
    shown = search.read()
    choice = shown["choice"]
    assert (choice["by"], choice["spoken"]["recorded_by"]) == ("blake-broker", "demo-out_of_hours")
    assert (choice["skipped"], len(choice["cut_short"])) == (["competition_timing"], 1)
    packet = search.office.get(f"{search.path}/decision-packet", role=Role.BROKER)
    assert packet.status_code == 200, packet.text
    placement: str = ids["placement_id"]
    return placement


def _money(search: Search) -> None:
    said = {"officer": "nadia-nominated", "given_at": now(search.office)}
    by_manager = {**said, "officer": "morgan-manager"}
    refused = search.act("verbal-authorities", by_manager, NIGHT).json()
    assert refused["code"] == "CONFLICT_OF_INTEREST"
    search.done("verbal-authorities", said, NIGHT)


def _owned_to(search: Search) -> None:
    told = words(search)
    assert {act: each["number"] for act, each in told.items()} == {
        "submission": 1,
        "in_house_bypass": 2,
        "external_search": 3,
        "choice": 4,
        "money": 5,
    }
    path = "spoken-approvals/4/confirmations"
    assert search.act(path, {}, Role.BROKER).json()["code"] == "NOT_PERMITTED"
    own = {"role": Role.BROKER, "subject": "blake-broker"}
    assert _said(search, path, {}, own).status_code == 201
    denied = {"text": "I was asked about somebody else."}
    manager = {"role": Role.TEAM_MANAGER, "subject": "morgan-manager"}
    assert _said(search, "spoken-approvals/2/denials", denied, manager).status_code == 201
    assert _said(search, "spoken-approvals/2/confirmations", {}, manager).status_code == 409
    search.office.quiet()

    told = words(search)
    assert [told[act]["owned"] for act in ("choice", "in_house_bypass", "money")] == [
        True, False, None,
    ]  # fmt: skip
    assert line(search.office, search)["unconfirmed"] == 3
    path = f"/cases/{search.case_id}/breaches"
    codes = {each["code"] for each in search.office.get(path, role=Role.BROKER).json()["breaches"]}
    assert "SPOKEN_APPROVAL_DENIED" in codes
    tasks = search.office.get("/tasks", role=Role.DCS).json()["tasks"]
    assert "SPOKEN_APPROVAL_DENIED" in {each["code"] for each in tasks}


def _said(search: Search, what: str, body: Mapping[str, Any], who: Mapping[str, Any]) -> Any:
    return search.office.post(f"{search.path}/{what}", body, **who)


@pytest.mark.covers("R-103")
def test_a_broker_at_the_desk_chooses_at_once_too_and_what_is_no_emergency_waits(
    sqlite_office: Office,
) -> None:
    search, offer_id = offered_tonight(sqlite_office)

    search.done("preferred-offers", search.choice(offer_id))

    assert search.read()["stage"] == "preferred"
    assert search.read()["choice"]["skipped"] == ["competition_timing"]


@pytest.mark.covers("R-103", "R-09", "6-62")
def test_once_the_hour_is_over_the_careline_chooses_the_home_that_answered_late(
    started_at: StartedAt,  # a fixture
) -> None:
    with started_at(FRIDAY - SETTING_UP) as office:
        asked = seller(office)
        search = taken_on(office)
        search.done("emergency-publications", publication(search), NIGHT)
        office.quiet()
        office.move_clock(FRIDAY + timedelta(hours=1, minutes=5))
        office.quiet()
        tonight = {"earliest_start": search.today.isoformat(), "content": offer_content()}
        offer_id = search.offer(asked, **tonight).json()["ids"]["offer_id"]
        office.quiet()

        search.done("spoken-preferred-offers", by_telephone(search, offer_id), NIGHT)
        office.quiet()

        shown = search.read()
        (offer,) = shown["offers"]
        assert (shown["stage"], offer["late"], offer["status"]) == ("preferred", True, "preferred")
        assert "late_offer_admission" in shown["choice"]["skipped"]


@pytest.mark.covers("R-103", "R-104")
def test_a_child_who_will_not_go_in_is_taken_to_the_other_home_the_same_night(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    first, second = seller(office), seller(office)
    search = taken_on(office)
    search.done("emergency-publications", publication(search), NIGHT)
    office.quiet()
    tonight = {"earliest_start": search.today.isoformat(), "content": offer_content(shared=False)}
    near, far = (search.offer(s, **tonight).json()["ids"]["offer_id"] for s in (first, second))
    office.quiet()
    search.done(
        "spoken-preferred-offers",
        by_telephone(search, near, others_not_chosen={far: "Further away."}),
        NIGHT,
    )
    office.quiet()
    other = by_telephone(search, far, others_not_chosen={near: "She would not go in."})
    refused = search.act("spoken-preferred-offers", other, NIGHT).json()
    assert (refused["code"], "let it go first" in refused["detail"]) == ("WRONG_STATE", True)

    word = {"officer": "blake-broker", "at": now(office)}
    search.done("spoken-preferred-offer-deselections", {**word, "reason": "child_refused"}, NIGHT)
    office.quiet()
    placement = search.done("spoken-preferred-offers", other, NIGHT).json()["ids"]["placement_id"]
    search.done(
        "verbal-authorities", {"officer": "nadia-nominated", "given_at": now(office)}, NIGHT
    )
    start = office.post(f"/placements/{placement}/starts", {"at": now(office)}, role=NIGHT)
    assert start.status_code == 201, start.text
    office.quiet()

    assert search.read()["stage"] == "fulfilled"
    assert words(search)["deselection"]["recorded_by"] == "demo-out_of_hours"
    listed = office.get(f"/cases/{search.case_id}/breaches", role=Role.BROKER).json()["breaches"]
    assert "WRONG_STATE" not in {each["code"] for each in listed}


@pytest.mark.covers("R-103", "R-104")
def test_a_child_who_goes_home_at_night_is_searched_for_no_more(sqlite_office: Office) -> None:
    search, offer_id = offered_tonight(sqlite_office)
    search.done("spoken-preferred-offers", by_telephone(search, offer_id), NIGHT)
    word = {"officer": "morgan-manager", "at": now(sqlite_office), "reason": "returned_home"}
    own = {**word, "officer": "demo-out_of_hours"}
    refused = sqlite_office.post(f"{search.path}/spoken-withdrawals", own, role=NIGHT).json()
    assert refused["code"] == "CONFLICT_OF_INTEREST"

    told = sqlite_office.post(f"{search.path}/spoken-withdrawals", word, role=NIGHT)
    assert told.status_code == 201, told.text
    sqlite_office.quiet()

    assert search.read()["stage"] == "withdrawn"
    number = words(search)["withdrawal"]["number"]
    manager = {"role": Role.TEAM_MANAGER, "subject": "morgan-manager"}
    path = f"spoken-approvals/{number}/confirmations"
    assert _said(search, path, {}, manager).status_code == 201


@pytest.mark.covers("R-173", "R-104")
@pytest.mark.refuses("SPOKEN_APPROVAL_DENIED")
def test_on_a_denied_word_nothing_is_published_until_a_manager_who_is_there_gives_it(
    sqlite_office: Office,
) -> None:
    seller(sqlite_office)
    search = taken_on(sqlite_office)
    manager = {"role": Role.TEAM_MANAGER, "subject": "morgan-manager"}
    denied = {"text": "I was asked about somebody else."}
    number = words(search)["in_house_bypass"]["number"]
    path = f"spoken-approvals/{number}"
    assert _said(search, f"{path}/denials", denied, manager).status_code == 201

    refused = search.act("emergency-publications", publication(search), NIGHT).json()
    assert (refused["code"], refused["acts"]) == ("SPOKEN_APPROVAL_DENIED", ["in_house_bypass"])
    early = search.act(f"{path}/renewals", {}, Role.BROKER).json()
    assert early["code"] == "NOT_PERMITTED"
    search.done(f"{path}/renewals", {}, Role.TEAM_MANAGER)

    search.done("emergency-publications", publication(search), NIGHT)
    assert words(search)["in_house_bypass"]["given_anew_by"] == "demo-team_manager"
