"""Why a home fits, why another was left out, and what would cure it."""

from typing import Any
from uuid import uuid4

import pytest

from application.access.principal import Role
from tests.support.children import open_child
from tests.support.market import search as referral
from tests.support.market import seller, suspend
from tests.support.matching import (
    LOT,
    NOTTINGHAM,
    SEARCH,
    codes,
    fitting,
    foster_home,
    says_it_meets,
    search,
)
from tests.support.registers import NOTTINGHAM as THE_CITY_OF_NOTTINGHAM
from tests.support.registers import done, home, refused
from tests.support.service import Office


def move_in(office: Office, path: str, at: str = "2026-03-02") -> str:
    """A child moved in; the placement's id."""
    case_id = open_child(office)
    moved = {"case_id": case_id, "setting_id": path.removeprefix("/settings/"), "at": at}
    placement_id: str = done(office.post("/placements/starts", moved))["ids"]["placement_id"]
    return placement_id


@pytest.mark.covers("1-040")
def test_a_home_fits_on_its_facts_and_another_is_full_on_one_of_the_nights(
    sqlite_office: Office,
) -> None:
    roomy = home(sqlite_office, name="Roomy", places=2)
    full = home(sqlite_office, name="Full", places=1)
    move_in(sqlite_office, roomy)
    blocked = {"count": 1, "since": "2026-03-11", "until": "2026-03-12", "reason": "repairs"}
    done(sqlite_office.post(f"{full}/blocks", blocked))

    answer = search(sqlite_office)

    (found,) = answer["fitting"]
    assert (found["home"]["name"], found["free"], found["co_residents"]) == ("Roomy", 1, 1)
    assert "OVER_CAPACITY" in found["gates_passed"]
    (left_out,) = answer["left_out"]
    (reason,) = left_out["reasons"]
    assert (reason["code"], reason["gate"]) == ("OVER_CAPACITY", True)
    assert "2026-03-11" in reason["detail"]
    assert reason["cure"] == "Ask for nights on which there is a place."
    assert "Full" in fitting(search(sqlite_office, leaves="2026-03-11"))


@pytest.mark.covers("R-84")
def test_every_rule_that_leaves_a_home_out_is_named_at_once(sqlite_office: Office) -> None:
    path = home(sqlite_office, name="Shut", places=0)
    done(sqlite_office.post(f"{path}/closures", {"since": "2026-03-01"}))
    later = home(sqlite_office, name="Shuts later")
    done(sqlite_office.post(f"{later}/closures", {"since": "2026-03-11"}))
    ended = {"kind": "childrens_home", "on": "2026-03-10", "reason": "cancelled"}
    lapses = home(sqlite_office, name="Lapses")
    done(sqlite_office.post(f"{lapses}/registration-ends", ended))

    answer = search(sqlite_office, wishes={"essential_needs": ["trauma"]})

    assert codes(answer, "Shut") == ["SETTING_NOT_OPEN", "OVER_CAPACITY", "NEED_NOT_STATED"]
    assert codes(answer, "Shuts later") == ["SETTING_NOT_OPEN", "NEED_NOT_STATED"]
    assert codes(answer, "Lapses") == ["SETTING_NOT_REGISTERED", "NEED_NOT_STATED"]


@pytest.mark.covers("4-255", "2-023", "2-030", "2-092", "R-84")
def test_needs_shut_no_home_out_unless_they_are_essential(sqlite_office: Office) -> None:
    path = home(sqlite_office, name="Halal kitchen")
    says_it_meets(sqlite_office, path, "halal_food", "trauma")
    home(sqlite_office, name="Says nothing")
    needs = ["halal_food", "trauma", "self_harm", "mental_health"]

    wished = search(sqlite_office, wishes={"needs": needs})
    demanded = search(sqlite_office, wishes={"needs": needs, "essential_needs": ["halal_food"]})
    before = search(
        sqlite_office,
        arrives="2023-03-09",
        leaves="2023-03-10",
        wishes={"essential_needs": ["halal_food"]},
    )

    met = {each["home"]["name"]: each["needs_met"] for each in wished["fitting"]}
    assert met == {"Halal kitchen": ["halal_food", "trauma"], "Says nothing": []}
    assert all("self_harm" in each["needs_not_stated"] for each in wished["fitting"])
    assert fitting(demanded) == ["Halal kitchen"]
    assert codes(demanded, "Says nothing") == ["NEED_NOT_STATED"]
    assert before["fitting"] == []


@pytest.mark.covers("2-090")
def test_a_smaller_home_may_be_wished_for(sqlite_office: Office) -> None:
    busy = home(sqlite_office, name="Busy", places=4)
    move_in(sqlite_office, busy)
    home(sqlite_office, name="Quiet")

    answer = search(sqlite_office, wishes={"max_co_residents": 0})

    assert fitting(answer) == ["Quiet"]
    (left_out,) = answer["left_out"]
    (reason,) = left_out["reasons"]
    assert (reason["code"], reason["gate"]) == ("TOO_MANY_CO_RESIDENTS", False)


@pytest.mark.covers("2-094")
def test_own_homes_come_first_and_need_no_lot(sqlite_office: Office) -> None:
    member, stranger = seller(sqlite_office, lot="2.2"), seller(sqlite_office)
    own_flat = {"kind": "supported_accommodation", "urn": "SC000002", "since": "2024-01-01"}
    path = home(sqlite_office, name="Own flat", provision="supported_accommodation", **NOTTINGHAM)
    done(sqlite_office.post(f"{path}/registrations", own_flat))
    sixteen: dict[str, Any] = {
        "born_on": "2009-05-17",
        "provisions": ["supported_accommodation"],
        **LOT,
    }

    answer = search(sqlite_office, **sixteen)
    suspend(sqlite_office, member)
    today = sqlite_office.running.office.today().isoformat()
    then = search(sqlite_office, **sixteen | {"arrives": today, "leaves": None})

    owned = [(each["home"]["name"], each["home"]["own"]) for each in answer["fitting"]]
    assert owned == [("Own flat", True), ("The Limes", False)]
    told = {
        each["home"]["setting_id"]: [reason["code"] for reason in each["reasons"]]
        for each in then["left_out"]
    }
    assert told[str(member.setting_id)] == ["PROVIDER_SUSPENDED"]
    assert told[str(stranger.setting_id)] == ["NOT_ON_LOT"]


@pytest.mark.covers("4-023")
def test_a_home_in_which_it_broke_down_once_is_not_shut_for_that(sqlite_office: Office) -> None:
    found = referral(sqlite_office)
    path = foster_home(sqlite_office, "Second chance", "foster_approval")
    moved = {
        "case_id": found.case_id,
        "setting_id": path.removeprefix("/settings/"),
        "at": "2026-01-05",
    }
    stay = done(sqlite_office.post("/placements/starts", moved))["ids"]["placement_id"]
    left = {"at": "2026-02-05", "reason": "breakdown", "instigator": "provider"}
    done(sqlite_office.post(f"/placements/{stay}/ends", left))

    answer = sqlite_office.post(f"{found.path}/matches", {"provisions": ["fostering"]})

    (home_again,) = answer.json()["fitting"]
    assert home_again["lived_here_before"]


def test_a_referral_asks_in_its_own_words_and_for_its_own_child(sqlite_office: Office) -> None:
    seller(sqlite_office)
    found = referral(sqlite_office)
    found.write()
    found.submit()
    found.accept()

    answer = sqlite_office.post(f"{found.path}/matches", {})

    (fits,) = answer.json()["fitting"]
    assert (answer.json()["arrives"], answer.json()["leaves"]) == (
        found.read()["request"]["needed_from"],
        None,
    )
    assert fits["home"]["where"]["locality"] == "in_area"
    for personal in ("otter", "brambleshade", "de1 2gq", found.case_id):
        assert personal not in answer.text.lower()


def test_brothers_and_sisters_need_a_place_each_and_every_gate_for_each(
    sqlite_office: Office,
) -> None:
    older, younger = (open_child(sqlite_office, **child) for child in OLDER_AND_YOUNGER)
    asked = {
        "case_id": older,
        "siblings": [younger],
        "scope": "accommodation",
        "tier": "standard",
        "reason_code": "homeless_16_17",
        "needed_from": "2026-03-09",
    }
    drafted = done(sqlite_office.post("/referrals", asked, role=Role.CASEWORKER))
    path = f"/referrals/{drafted['ids']['referral_id']}/matches"
    home(sqlite_office, name="For two", places=2)
    home(sqlite_office, name="For one", places=1)
    only_older = {"kind": "childrens_home", "urn": "SC000003", "since": "2024-01-01"}
    teens = home(sqlite_office, name="Teenagers", places=2)
    ages = {"first": 15, "before": 18}
    done(sqlite_office.post(f"{teens}/registrations", {**only_older, "places": 2, "ages": ages}))

    answer = sqlite_office.post(path, {"provisions": ["childrens_home"]}).json()

    assert fitting(answer) == ["For two"]
    assert codes(answer, "For one") == ["OVER_CAPACITY"]
    assert codes(answer, "Teenagers") == ["AGE_OUTSIDE_CATEGORY"]


OLDER_AND_YOUNGER: tuple[dict[str, Any], ...] = (
    {"name": "Demo-Otter Brambleshade"},
    {
        "name": "Demo-Heron Brambleshade",
        "birth_date": {"born_on": "2014-09-14", "source": "birth certificate"},
    },
)


def test_another_councils_child_is_a_number_here_and_nothing_else(sqlite_office: Office) -> None:
    path = home(sqlite_office, name="Shared", places=2)
    theirs = child_of_nottingham(sqlite_office)
    done(sqlite_office.post(f"{path}/other-authority-occupancies", TWO_OF_THEIRS))

    answer = search(sqlite_office)

    assert codes(answer, "Shared") == ["OVER_CAPACITY"]
    assert sqlite_office.get(f"/cases/{theirs}").status_code == 404
    assert theirs not in str(answer)


def child_of_nottingham(office: Office) -> str:
    """A case of the other council; its id."""
    body = {
        "full_name": "Demo-Heron Thistlewick",
        "birth_date": {"born_on": "2010-09-14", "source": "birth certificate"},
        "sex": "F",
    }
    opened = done(office.post("/cases", body, authority=THE_CITY_OF_NOTTINGHAM))
    case_id: str = opened["ids"]["case_id"]
    return case_id


TWO_OF_THEIRS = {"count": 2, "since": "2026-03-01"}


def test_a_search_can_be_made_again_as_it_was_known(sqlite_office: Office) -> None:
    path = home(sqlite_office, name="Shared")
    before = sqlite_office.running.clock.now().isoformat().replace("+00:00", "Z")
    done(sqlite_office.post(f"{path}/other-authority-occupancies", TWO_OF_THEIRS))
    home(sqlite_office, name="New")

    assert fitting(search(sqlite_office, known=before)) == ["Shared"]
    assert fitting(search(sqlite_office)) == ["New"]


def test_who_may_not_search_and_what_cannot_be_asked(sqlite_office: Office) -> None:
    other: dict[str, Any] = {"authority": THE_CITY_OF_NOTTINGHAM}
    home(sqlite_office)

    manager: dict[str, Any] = {"role": Role.PROVIDER_MANAGER, "organisation": uuid4()}
    as_provider = sqlite_office.post("/settings/searches", SEARCH, **manager)
    backwards = sqlite_office.post("/settings/searches", {**SEARCH, "leaves": "2026-03-09"})
    half_a_lot = sqlite_office.post("/settings/searches", {**SEARCH, "lot": "2.2"})
    elsewhere = sqlite_office.post("/settings/searches", SEARCH, **other)
    not_theirs = sqlite_office.post(f"{referral(sqlite_office).path}/matches", {}, **other)

    assert refused(as_provider) == (403, "NOT_PERMITTED")
    assert refused(backwards) == (422, "EFFECTIVE_BEFORE_STREAM")
    assert refused(half_a_lot) == (422, "MISSING_INFORMATION")
    assert elsewhere.json()["looked_at"] == 0
    assert not_theirs.status_code == 404


@pytest.mark.covers("4-094", "R-61")
def test_a_home_of_another_kind_than_the_lot_is_left_out_and_it_is_said_why(
    sqlite_office: Office,
) -> None:
    runs = str(seller(sqlite_office, lot="2.2").provider_id)
    home(sqlite_office, name="Another kind", provision="childrens_home", provider_id=runs)

    asked: dict[str, Any] = {"born_on": "2009-12-24", "arrives": "2026-03-09", "provisions": []}
    answer = search(sqlite_office, **asked, **LOT)

    assert codes(answer, "Another kind") == ["HOME_NOT_OF_LOT"]
    assert fitting(answer) == ["The Limes"]
