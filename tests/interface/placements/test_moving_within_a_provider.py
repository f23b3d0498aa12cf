"""A provider moves a child to another of its homes, with approval beforehand or without."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.interface.placements.test_clock_vectors import until
from tests.support.matching import CHESTERFIELD
from tests.support.placing import (
    House,
    Placing,
    child,
    clocks,
    done,
    looked_after,
    open_house,
    refused,
    stay_of,
)
from tests.support.service import Office


def living_in(office: Office, house: House, at: str) -> Placing:
    """A child of 16 who is looked after and came to live there, as a fact."""
    until(office, "2026-03-24")
    case_id = child(office)
    looked_after(office, case_id)
    body = {"case_id": case_id, "setting_id": str(house.setting_id), "at": at}
    placement_id = done(office.post("/placements/starts", body))["ids"]["placement_id"]
    office.quiet()
    return Placing(office, case_id, house, "", placement_id)


def move(living: Placing, to: House, at: str, **who: Any) -> Any:
    body = {"setting_id": str(to.setting_id), "at": at}
    answer = living.office.post(f"{living.path}/moves", body, **who)
    living.office.quiet()
    return answer


def approve(living: Placing, to: House, since: str, **changed: Any) -> Any:
    said = {
        "setting_id": str(to.setting_id),
        "since": since,
        "asked_by": "Manager of the Limes",
        "asked_on": "2026-03-12",
        "reason": "A room beside her key worker has come free.",
        "childs_views": "Nearer to Jo.",
        "iro_informed": True,
        "key_stage_4": "not_disrupted",
    }
    return living.act("move-approvals", said | changed)


def standing(living: Placing, code: str) -> set[tuple[str, str]]:
    found = clocks(living.office, living.case_id)
    return {(each["due"][:10], each["outcome"]) for each in found if each["code"] == code}


def lives_at(living: Placing, **times: Any) -> str:
    shown = living.office.get(f"/cases/{living.case_id}", times).json()
    found: str = shown["lives_at"]["setting_id"]
    return found


@pytest.mark.covers("6-52", "R-180", "R-181")
def test_a_provider_moves_a_child_to_its_other_house_without_asking(sqlite_office: Office) -> None:
    house = open_house(sqlite_office)
    other = open_house(sqlite_office, of=house.provider_id, **CHESTERFIELD)
    living = living_in(sqlite_office, house, "2026-03-09")

    done(move(living, other, "2026-03-20", role=Role.CASEWORKER))

    (made,) = living.read()["moves"]["made"]
    broke = {each["code"] for each in made["breaches"]}
    assert broke == {"MOVE_NOT_APPROVED", "OUT_OF_AREA_NOT_APPROVED"}
    register = sqlite_office.get(f"/cases/{living.case_id}/breaches").json()["breaches"]
    assert broke <= {each["code"] for each in register}
    left, there = (stay_of(sqlite_office, each, living.placement_id) for each in (house, other))
    assert left is not None
    assert there is not None
    assert (str(left.until), str(there.from_)) == ("2026-03-20", "2026-03-20")
    assert lives_at(living) == str(other.setting_id)
    assert lives_at(living, as_at="2026-03-19") == str(house.setting_id)
    assert standing(living, "C-AREA-5WD") == {("2026-03-27", "running")}
    assert ("2026-03-27", "running") in standing(living, "C-NOTIF-5WD")
    assert ("2026-03-27", "running") in standing(living, "C-VISIT-1W")
    assert standing(living, "C-OOA-APPR") == {("2026-03-20", "running")}


@pytest.mark.covers("R-180")
@pytest.mark.refuses("OVER_CAPACITY", "OUT_OF_AREA_NOT_APPROVED", "WRONG_STATE")
def test_a_move_that_a_broker_approved_beforehand_breaks_nothing(sqlite_office: Office) -> None:
    house = open_house(sqlite_office)
    living = living_in(sqlite_office, house, "2026-03-09")
    full, away, free, foreign = (
        open_house(sqlite_office, of=house.provider_id, places=0),
        open_house(sqlite_office, of=house.provider_id, **CHESTERFIELD),
        open_house(sqlite_office, of=house.provider_id),
        open_house(sqlite_office),
    )
    assert refused(approve(living, full, "2026-03-20"))[1] == "OVER_CAPACITY"
    assert refused(approve(living, away, "2026-03-20"))[1] == "OUT_OF_AREA_NOT_APPROVED"
    assert refused(approve(living, foreign, "2026-03-20"))[1] == "WRONG_STATE"

    done(approve(living, free, "2026-03-20"))
    done(move(living, free, "2026-03-20"))

    shown = living.read()
    assert [each["breaches"] for each in shown["moves"]["made"]] == [[]]
    assert shown["moves"]["approved"][0]["asked_by"] == "Manager of the Limes"
    assert shown["stage"] == "active"
    assert shown["stay"]["setting_id"] == str(free.setting_id)
