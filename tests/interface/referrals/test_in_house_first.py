"""A home among the council's own, over HTTP: taken with its place, let go, or passed over."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.in_house import own_home
from tests.support.market import Search, search, seller
from tests.support.service import Office

BYPASS = {"reason": "emergency", "text": "Nothing of ours takes anybody tonight."}


def searching(office: Office) -> Search:
    found = search(office)
    found.write()
    found.submit()
    found.accept()
    found.done("in-house-searches", {})
    return found


def match(setting_id: object) -> dict[str, Any]:
    return {"setting_id": str(setting_id), "match_notes": "The carers speak Polish."}


@pytest.mark.covers("2-039", "2-094", "C-INHOUSE")
@pytest.mark.refuses("NOT_IN_HOUSE")
def test_a_home_in_house_is_taken_with_its_place_and_let_go_again(sqlite_office: Office) -> None:
    home, other = own_home(sqlite_office), seller(sqlite_office)
    found = searching(sqlite_office)

    bought = found.act("in-house-matches", match(other.setting_id))
    taken = found.done("in-house-matches", match(home))
    shown = found.read()
    occupied = sqlite_office.get(f"/settings/{home}/occupancy", role=Role.BROKER).json()
    found.done("in-house-match-releases", {"reason": "child_refused"})
    again = found.done("in-house-matches", match(home))

    assert (bought.status_code, bought.json()["code"]) == (422, "NOT_IN_HOUSE")
    assert set(taken.json()["caused"]) >= {
        "referral.in_house_match_found.v1",
        "placement.proposed.v1",
        "setting.place_reserved.v1",
    }
    assert (shown["stage"], shown["in_house_match"]["setting_id"]) == ("preferred", str(home))
    assert occupied
    placement = sqlite_office.get(
        f"/placements/{taken.json()['ids']['placement_id']}", role=Role.BROKER
    ).json()
    assert placement["stage"] == "not_started", placement
    assert again.json()["ids"] != taken.json()["ids"]


@pytest.mark.covers("2-039")
def test_the_last_place_in_house_goes_to_one_child(sqlite_office: Office) -> None:
    home = own_home(sqlite_office)
    first = searching(sqlite_office)
    second = first.begun_again()
    second.write()
    second.submit()
    second.accept()
    second.done("in-house-searches", {})

    first.done("in-house-matches", match(home))
    full = second.act("in-house-matches", match(home))

    assert (full.status_code, full.json()["code"]) == (422, "OVER_CAPACITY")
    assert second.read()["stage"] == "searching_in_house"


@pytest.mark.covers("2-039")
def test_only_a_team_manager_lets_a_search_go_past_what_the_council_has(
    sqlite_office: Office,
) -> None:
    found = searching(sqlite_office)

    by_broker = found.act("in-house-bypasses", BYPASS)
    found.done("in-house-bypasses", BYPASS, Role.TEAM_MANAGER)
    shown = found.read()
    approval = {"budget_heading": "external_16_plus", "indicative_weekly_pence": 95000}
    found.done("external-search-approvals", approval, Role.NOMINATED_OFFICER)

    assert (by_broker.status_code, by_broker.json()["code"]) == (403, "NOT_PERMITTED")
    assert shown["stage"] == "in_house_bypassed"
    assert shown["in_house_bypass"]["reason"] == "emergency"
    timeline = sqlite_office.get(f"/cases/{found.case_id}/timeline", role=Role.BROKER).text
    assert "go past the council's own homes and carers: emergency" in timeline


@pytest.mark.covers("R-123", "R-110", "2-039")
def test_who_approves_a_bypass_is_shown_what_has_a_place_free_and_it_is_kept(
    sqlite_office: Office,
) -> None:
    free, full = own_home(sqlite_office), own_home(sqlite_office)
    other = searching(sqlite_office)
    found = other.begun_again()
    found.write()
    found.submit()
    found.accept()
    other.done("in-house-matches", match(full))

    shown = sqlite_office.get(f"{found.path}/own-homes", role=Role.TEAM_MANAGER).json()
    assert shown["setting_ids"] == [str(free)]
    found.done("in-house-bypasses", BYPASS, Role.TEAM_MANAGER)
    assert found.read()["in_house_bypass"]["places_free"] == [str(free)]
    provider = seller(sqlite_office)
    assert sqlite_office.get(f"{found.path}/own-homes", **provider.user).status_code == 403


@pytest.mark.covers("2-039", "R-110")
@pytest.mark.refuses("OWN_HOME_NOT_CONSIDERED")
def test_nobody_of_our_own_is_not_taken_on_the_brokers_word(sqlite_office: Office) -> None:
    """A home with a place that admits the child is named; a full one, or another kind, is not."""
    free, full = own_home(sqlite_office), own_home(sqlite_office)
    first = searching(sqlite_office)
    second = first.begun_again()
    second.write()
    second.submit()
    second.accept()
    second.done("in-house-searches", {})
    second.done("in-house-matches", match(full))
    none = {"none_exists": "no_own_provision"}

    refused = first.act("in-house-exhaustions", none)
    unsaid = {"setting_id": str(full), "outcome": "no_vacancy", "reason_code": "full"}
    half = first.act("in-house-exhaustions", {"considered": [unsaid]})

    for answer in (refused, half):
        assert (answer.status_code, answer.json()["code"]) == (422, "OWN_HOME_NOT_CONSIDERED")
        assert answer.json()["homes"] == [str(free)]
    not_full = first.act(
        "in-house-exhaustions", {"considered": [{**unsaid, "setting_id": str(free)}]}
    )
    assert (not_full.status_code, not_full.json()["homes"]) == (422, [str(free)])
    assert "have a place free" in not_full.json()["detail"]
    said = {"setting_id": str(free), "outcome": "not_a_match", "reason_code": "gender_mix"}
    first.done("in-house-exhaustions", {"considered": [said]})
    assert first.read()["stage"] == "in_house_exhausted"
