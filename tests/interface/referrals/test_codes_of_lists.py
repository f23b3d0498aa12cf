"""Codes over HTTP: looked up in the lists of the day where something is decided (R-63)."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, ready_to_publish, referral_of, search, seller
from tests.support.registers import MANAGER
from tests.support.service import Office

LISTS = "/reference/code-lists/editions"


def fields(answer: Any) -> dict[str, str]:
    assert (answer.status_code, answer.json()["code"]) == (422, "CODE_NOT_IN_FORCE"), answer.text
    found: dict[str, str] = answer.json()["fields"]
    return found


def publication(found: Search, **pack: Any) -> dict[str, Any]:
    told = dict(found.publication())
    return {**told, "pack": {**told["pack"], **pack}}


def lists_in_force(office: Office) -> dict[str, Any]:
    newest = office.get(LISTS, role=Role.BROKER).json()["editions"][-1]["published"]
    return {
        name: [{"code": entry["code"], "label": entry["label"]} for entry in entries]
        for name, entries in newest["code_lists"]["lists"].items()
    }


@pytest.mark.covers("R-31", "R-63", "4-061", "4-108", "4-024")
def test_a_request_takes_codes_of_the_lists_and_says_which_it_does_not_know(
    sqlite_office: Office,
) -> None:
    begun = search(sqlite_office)
    today = sqlite_office.running.office.today()
    told = {
        **referral_of(sqlite_office, begun.case_id),
        "beside_because": "Support beside a home.",
        "referred_by": "housing_options",
        "received_on": today.isoformat(),
    }

    def ask(**changed: Any) -> Any:
        return sqlite_office.post("/referrals", {**told, **changed}, role=Role.CASEWORKER)

    unknown = ask(reason_code="brambleshade", referred_by="the_neighbours")
    ahead = ask(received_on="2099-01-01")
    drafted = ask()
    shown = sqlite_office.get(
        f"/referrals/{drafted.json()['ids']['referral_id']}", role=Role.BROKER
    ).json()["request"]

    assert fields(unknown) == {"/reason_code": "request_reasons", "/referred_by": "referrers"}
    assert "brambleshade" not in unknown.text
    assert ahead.json()["code"] == "EFFECTIVE_IN_FUTURE"
    assert (shown["referred_by"], shown["received_on"]) == ("housing_options", today.isoformat())


@pytest.mark.covers("R-63")
def test_a_code_that_the_next_edition_ends_is_chosen_no_more_and_stays_where_it_was(
    sqlite_office: Office,
) -> None:
    who = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    lists = lists_in_force(sqlite_office)
    today = found.today.isoformat()
    lists["needs"] = [
        {**each, "until": today} if each["code"] == "trauma" else each for each in lists["needs"]
    ]
    edition = {
        "edition": "next", "in_force_from": today, "source": "Commissioning board",
        "approved_by": "dana-director", "lists": lists,
    }  # fmt: skip
    before = publication(found, risks=[{"category": "owls", "level": "low"}])

    unknown = found.act("publications", before)
    sqlite_office.post(LISTS, edition, **MANAGER)
    ended = found.act("publications", publication(found, needs=["autism", "trauma"]))
    found.done("publications", publication(found, needs=["autism"]))
    sqlite_office.quiet()
    declined = found.answer(who, "declines", {"reason": "match_risk", "needs": ["trauma"]})
    home = sqlite_office.post(
        f"/settings/{who.setting_id}/statements-of-purpose",
        {"needs": ["trauma"], "since": today},
        role=Role.BROKER,
    )

    assert fields(unknown) == {"/pack/risks/0/category": "risk_categories"}
    assert fields(ended) == {"/pack/needs/1": "needs"}
    assert (declined.status_code, home.status_code) == (201, 201), home.text


@pytest.mark.covers("4-097", "2-053", "R-96")
def test_the_route_of_a_choice_is_kept_and_shown(sqlite_office: Office) -> None:
    who = seller(sqlite_office)
    found = ready_to_publish(sqlite_office)
    found.publish()
    offer_id = found.offer(who).json()["ids"]["offer_id"]
    sqlite_office.quiet()

    unknown = found.act("preferred-offers", found.choice(offer_id, award_route="lottery"))
    direct = found.act("preferred-offers", found.choice(offer_id, award_route="direct_award"))
    found.done("preferred-offers", found.choice(offer_id, award_route="spot"))
    timeline = sqlite_office.get(f"/cases/{found.case_id}/timeline", role=Role.BROKER).text

    assert fields(unknown) == {"/award_route": "award_routes"}
    assert (direct.status_code, direct.json()["code"]) == (409, "WRONG_STATE")
    assert found.read()["choice"]["award_route"] == "spot"
    assert "route: spot" in timeline
