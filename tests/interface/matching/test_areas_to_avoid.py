"""No home near whoever poses a risk to the child, and no word of it to anybody outside."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search
from tests.support.market import search as referral
from tests.support.matching import NOTTINGHAM, NOWHERE, codes
from tests.support.placing import BORN, child, offered, open_house
from tests.support.placing import choose as choosing
from tests.support.registers import done, home, refused
from tests.support.service import Office
from tests.support.siblings import group

STATION = {
    "postcode": "NG1 5DT",
    "within_tenths": 30,
    "concern": "adult_who_poses_risk",
    "text": "Somebody who harmed her lives near the station.",
    "since": "2026-01-05",
}
HOMES: dict[str, Any] = {"provisions": ["childrens_home"]}


def avoid(office: Office, case_id: str, **changed: Any) -> str:
    """An area on record, by the child's caseworker; its id."""
    answer = office.post(
        f"/cases/{case_id}/areas-to-avoid", {**STATION, **changed}, role=Role.CASEWORKER
    )
    area_id: str = done(answer)["ids"]["area_id"]
    return area_id


def found_by(search: Search) -> Any:
    answer = search.office.post(f"{search.path}/matches", HOMES)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.covers("4-031")
def test_a_home_near_a_danger_is_left_out_and_the_answer_does_not_say_what_it_is(
    sqlite_office: Office,
) -> None:
    found = referral(sqlite_office)
    home(sqlite_office, name="Near the station", **NOTTINGHAM)
    home(sqlite_office, name="Not on the map", **NOWHERE)
    area_id = avoid(sqlite_office, found.case_id)

    answer = found_by(found)

    assert codes(answer, "Near the station") == ["LOCATION_RISK"]
    (unknown,) = answer["fitting"]
    assert (unknown["home"]["name"], unknown["location_risk"]) == ("Not on the map", "not_known")
    assert "NG1" not in str(answer)
    assert "harmed" not in str(answer)

    lifted = {"area_id": area_id, "on": "2026-01-06", "reason": "He moved away."}
    path = f"/cases/{found.case_id}/area-to-avoid-lifts"
    assert refused(sqlite_office.post(path, lifted, role=Role.CASEWORKER)) == (
        403,
        "CONFLICT_OF_INTEREST",
    )
    done(sqlite_office.post(path, lifted, role=Role.TEAM_MANAGER))
    assert found_by(found)["left_out"] == []


@pytest.mark.covers("4-031")
def test_who_may_read_an_area_and_where_it_never_stands(sqlite_office: Office) -> None:
    found = referral(sqlite_office)
    avoid(sqlite_office, found.case_id)
    path = f"/cases/{found.case_id}/areas-to-avoid"

    (area,) = sqlite_office.get(path, role=Role.CASEWORKER).json()["areas"]

    assert (area["postcode"], area["concern"]) == ("NG1 5DT", "adult_who_poses_risk")
    assert refused(sqlite_office.get(path, role=Role.FUNDING_AUTHORISER))[0] == 403
    assert sqlite_office.get(path, {"as_at": "2026-01-01"}).json()["areas"] == []
    for view in ("", "/timeline"):
        shown = sqlite_office.get(f"/cases/{found.case_id}{view}").text
        assert "NG1 5DT" not in shown
        assert "station" not in shown


@pytest.mark.covers("4-031")
@pytest.mark.refuses("LOCATION_RISK")
def test_an_offer_from_there_comes_in_and_cannot_be_chosen(sqlite_office: Office) -> None:
    house = open_house(sqlite_office, postcode="NG1 5DT")
    case_id = child(sqlite_office)
    avoid(sqlite_office, case_id)
    referral_id, offer_id = offered(sqlite_office, case_id, house, BORN)

    answer = choosing(sqlite_office, referral_id, offer_id)

    assert refused(answer) == (422, "LOCATION_RISK")


@pytest.mark.covers("4-031", "R-95")
def test_who_may_not_read_areas_learns_of_none_home_by_home(sqlite_office: Office) -> None:
    found = referral(sqlite_office)
    avoid(sqlite_office, found.case_id)

    for role in (Role.QA_OFFICER, Role.AUDITOR):
        answer = sqlite_office.post(f"{found.path}/matches", HOMES, role=role)
        assert refused(answer)[0] == 403


@pytest.mark.covers("4-031", "R-56", "R-95")
def test_of_a_sister_whom_one_does_not_work_with_no_area_is_told(sqlite_office: Office) -> None:
    home(sqlite_office, name="Near the station", **NOTTINGHAM)
    together = group(sqlite_office, 2)
    for case_id, who in zip(together.case_ids, ("worker-a", "worker-b"), strict=True):
        told = {"kind": "social_worker", "who": who, "since": "2026-01-02"}
        done(sqlite_office.post(f"/cases/{case_id}/allocations", told))
    done(sqlite_office.post(f"/cases/{together.case_ids[1]}/areas-to-avoid", STATION))

    def seen_by(role: Role, subject: str | None = None) -> Any:
        path = f"{together.path}/matches"
        answer = sqlite_office.post(path, HOMES, role=role, subject=subject).json()
        return answer["fitting"], answer["left_out"]

    (fitting, _), left_out = seen_by(Role.CASEWORKER, "worker-a"), seen_by(Role.BROKER)[1]

    (found,) = fitting
    assert (found["location_risk"], found["lived_here_before"]) == ("withheld", None)
    assert "LOCATION_RISK" not in found["gates_passed"]
    for seen in (left_out, seen_by(Role.CASEWORKER, "worker-b")[1]):
        assert "LOCATION_RISK" in [reason["code"] for reason in seen[0]["reasons"]]
