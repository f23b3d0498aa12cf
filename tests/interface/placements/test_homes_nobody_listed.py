"""Where a child slept is recorded though no register knows it: a fact is never refused (2.0)."""

from datetime import date
from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.matching.test_areas_to_avoid import avoid
from tests.interface.referrals.test_a_choice_at_night import offered_tonight
from tests.support.approving import waiting
from tests.support.placing import Placing, child, done, looked_after, open_house
from tests.support.service import Office

NIGHT = Role.OUT_OF_HOURS
AUNT = {"whose": "Her aunt's", "address": "Flat 9, 2 Larkspur Rise", "postcode": "DE1 2GQ"}
AT_THREE = "2026-03-07T03:00:00Z"


def slept(office: Office, case_id: str, at: str = AT_THREE, **where: Any) -> Any:
    body = {"case_id": case_id, "at": at, **(where or {"unlisted": AUNT})}
    return office.post("/placements/starts", body, role=NIGHT)


def codes(office: Office, placement_id: str) -> set[str]:
    shown = office.get(f"/placements/{placement_id}", role=NIGHT).json()
    return {each["code"] for each in shown["start"]["breaches"]}


@pytest.mark.covers("R-124", "R-160", "R-163", "6-36")
@pytest.mark.refuses("MISSING_INFORMATION")
def test_an_aunts_flat_at_three_in_the_morning_is_recorded_with_what_it_breaks(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    older, younger = child(office), child(office, date(2010, 9, 14))
    first = done(slept(office, older))["ids"]["placement_id"]
    second = done(slept(office, younger))["ids"]["placement_id"]

    assert codes(office, first) >= {"AGE_16_17_UNREGISTERED"}
    assert codes(office, second) >= {"AGE_UNDER_16_OTHER_ARRANGEMENTS", "SETTING_NOT_REGISTERED"}
    shown = office.get(f"/placements/{first}", role=NIGHT).json()
    assert (shown["stage"], shown["start"]["unlisted"]) == ("active", AUNT)
    office.quiet()
    for role in (Role.DCS, Role.TEAM_MANAGER):
        asked = {each for each in waiting(office, role) if each[1].startswith("placement-")}
        assert asked == {
            ("LOOK_AT_UNREGISTERED_HOME", f"placement-{each}") for each in (first, second)
        }
    register = office.get(f"/cases/{older}/breaches", role=Role.BROKER).json()["breaches"]
    assert "AGE_16_17_UNREGISTERED" in {each["code"] for each in register}
    for path in (f"/cases/{older}", f"/cases/{older}/timeline", f"/cases/{older}/clocks"):
        assert office.get(path, role=Role.BROKER).status_code == 200
    for role in (Role.FINANCE_OFFICER, Role.AUDITOR, Role.FUNDING_AUTHORISER, Role.DATA_STEWARD):
        kept_from = office.get(f"/placements/{first}", role=role)
        assert kept_from.json()["start"]["unlisted"] is None
        assert "Larkspur" not in kept_from.text
    assert "Larkspur" not in office.get(f"/cases/{older}/timeline", role=Role.BROKER).text

    house = open_house(office)
    both = slept(office, older, unlisted=AUNT, setting_id=str(house.setting_id))
    neither = office.post("/placements/starts", {"case_id": older, "at": AT_THREE}, role=NIGHT)
    for refused in (both, neither):
        assert (refused.status_code, refused.json()["missing"]) == (422, ["setting_id"])

    left = Placing(office, older, house, "", first)
    done(left.correct("2026-03-07T02:40:00Z"))
    done(left.end("2026-03-08T09:00:00Z", destination="independent_living"))
    assert left.read()["stage"] == "ended"
    office.quiet()
    assert [about for _, about in waiting(office, Role.DCS)] == [f"placement-{second}"]


@pytest.mark.covers("R-124", "R-105", "R-85")
def test_a_search_hears_of_it_and_an_area_to_avoid_is_held_against_it(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    search, _ = offered_tonight(office)
    avoid(office, search.case_id, postcode=AUNT["postcode"])
    now = office.running.clock.now().isoformat()

    placement_id = done(slept(office, search.case_id, now))["ids"]["placement_id"]
    office.quiet()

    assert "LOCATION_RISK" in codes(office, placement_id)
    assert [each["placement_id"] for each in search.read()["housed_otherwise"]] == [placement_id]


@pytest.mark.covers("R-164", "R-127", "C-OOA-APPR", "C-AREA-5WD")
def test_whose_area_it_lies_in_is_told_by_its_postcode_or_found_out(sqlite_office: Office) -> None:
    office = sqlite_office
    far, lost = child(office, date(2012, 9, 14)), child(office, date(2012, 9, 14))
    for case_id in (far, lost):
        looked_after(office, case_id)
    home = {"whose": "Her aunt's", "provision": "fostering"}
    there = done(slept(office, far, unlisted={**home, "postcode": "NG1 5FS"}))
    nowhere = done(slept(office, lost, unlisted=home))
    about = [f"placement-{each['ids']['placement_id']}" for each in (there, nowhere)]

    assert "DISTANT_NOT_APPROVED_BY_DCS" in codes(office, there["ids"]["placement_id"])
    waits = waiting(office, Role.TEAM_MANAGER)
    assert ("FIND_OUT_WHERE", about[1]) in waits
    assert ("FIND_OUT_WHERE", about[0]) not in waits
    clocks = office.get(f"/cases/{far}/clocks", role=Role.BROKER).json()["clocks"]
    assert {"C-OOA-APPR", "C-AREA-5WD"} <= {each["code"] for each in clocks}
