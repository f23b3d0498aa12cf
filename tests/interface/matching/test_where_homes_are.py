"""Near, in whose area, and with whose approval: three questions with three answers (C-01)."""

from typing import Any

import pytest

from tests.support.matching import (
    CHESTERFIELD,
    LEICESTERSHIRE,
    NEAR_BY,
    NOTTINGHAM,
    NOWHERE,
    foster_home,
    search,
    where,
)
from tests.support.registers import home
from tests.support.service import Office

FOSTERING: dict[str, Any] = {"provisions": ["fostering"]}


@pytest.fixture(scope="module")
def homes(council: Office) -> Office:
    home(council, name="Near by", **NEAR_BY)
    home(council, name="Nottingham", **NOTTINGHAM)
    home(council, name="Chesterfield", **CHESTERFIELD)
    home(council, name="Nowhere", **NOWHERE)
    foster_home(council, "Own carers", "foster_approval", **LEICESTERSHIRE)
    foster_home(council, "Agency carers", "fostering_agency", **LEICESTERSHIRE)
    return council


def facts(found: Any) -> tuple[Any, ...]:
    return (
        found["from_home"]["miles"],
        found["from_home"]["within_20_miles"],
        found["locality"],
        found["approval_needed"],
    )


@pytest.mark.covers("6-54", "C-01")
def test_nottingham_is_local_by_miles_and_at_a_distance_in_law(homes: Office) -> None:
    found = where(search(homes), "Nottingham")

    assert facts(found) == ("13.5", True, "at_a_distance", "dcs")
    assert found["from_centre"] == {"miles": "13.2", "within_20_miles": True}


@pytest.mark.covers("6-55")
def test_chesterfield_adjoins_and_is_too_far_to_be_local(homes: Office) -> None:
    found = where(search(homes), "Chesterfield")

    assert facts(found) == ("22.2", False, "adjoining", "nominated_officer")
    assert found["from_centre"] == {"miles": "21.7", "within_20_miles": False}


@pytest.mark.covers("6-56")
def test_the_councils_own_carers_need_no_approval_wherever_they_live(homes: Office) -> None:
    answer = search(homes, **FOSTERING)

    assert facts(where(answer, "Own carers"))[2:] == ("at_a_distance", "nobody")
    assert facts(where(answer, "Agency carers"))[2:] == ("at_a_distance", "dcs")


@pytest.mark.covers("6-59", "C-01")
def test_a_home_unknown_or_overseas_is_never_nought_miles_away(homes: Office) -> None:
    unknown = search(homes, from_postcode=None, wishes={"within_miles": 1})
    nowhere = where(search(homes), "Nowhere")

    assert where(unknown, "Near by")["from_home"] == {
        "miles": "not known",
        "within_20_miles": None,
    }
    assert where(unknown, "Near by")["from_centre"] == {"miles": "0.0", "within_20_miles": True}
    assert {len(unknown["fitting"]), len(unknown["left_out"])} == {4, 0}
    assert nowhere["from_home"]["miles"] == nowhere["from_centre"]["miles"] == "not known"


@pytest.mark.covers("4-006", "2-018", "1-004")
def test_the_nearest_comes_first_and_the_unknown_last(homes: Office) -> None:
    answer = search(homes)
    wished = search(homes, wishes={"localities": ["in_area"], "within_miles": 20})

    names = [each["home"]["name"] for each in answer["fitting"]]
    assert names == ["Near by", "Nottingham", "Chesterfield", "Nowhere"]
    assert answer["ordered_by"][:2] == ["own_homes_first", "miles_from_home"]
    assert [each["home"]["name"] for each in wished["fitting"]] == ["Near by", "Nowhere"]


@pytest.mark.covers("2-075")
def test_the_way_to_school_and_to_the_clinic_is_told_for_each_home(homes: Office) -> None:
    near = [{"kind": "school", "postcode": "NG1 5DT"}, {"kind": "health", "postcode": "XX9 9XX"}]

    found = where(search(homes, wishes={"near": near}), "Nottingham")["near"]

    assert found["school"] == {"miles": "0.0", "within_20_miles": True}
    assert found["health"]["miles"] == "not known"
