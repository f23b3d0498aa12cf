"""A confidential home is found by everybody; where it is, is told to who brings children there."""

from typing import Any

import pytest

from application.access.principal import Role
from tests.support.matching import NEAR_BY, SEARCH, fitting, search, where
from tests.support.registers import done, home
from tests.support.service import Office

NOT_TOLD = {"miles": "withheld", "within_20_miles": None}
NEAR: dict[str, Any] = {"near": [{"kind": "school", "postcode": "DE1 2GQ"}], "within_miles": 1}


def asked_by(role: Role, office: Office, **changed: Any) -> Any:
    answer = office.post("/settings/searches", {**SEARCH, **changed}, role=role)
    assert answer.status_code == 200, answer.text
    return answer.json()


@pytest.mark.covers("6-61")
def test_no_search_works_out_where_a_confidential_home_is(sqlite_office: Office) -> None:
    refuge = home(sqlite_office, name="The Refuge", postcode="NG1 5DT", district="E06000018")
    home(sqlite_office, name="Near by", **NEAR_BY)
    told = {"since": "2026-04-01", "confidential": True}
    done(sqlite_office.post(f"{refuge}/descriptions", told))

    for role in (Role.AUDITOR, Role.QA_OFFICER):
        answer = asked_by(role, sqlite_office, wishes=NEAR)

        found = where(answer, "The Refuge")
        assert (found["from_home"], found["near"]) == (NOT_TOLD, {"school": NOT_TOLD})
        assert found["from_centre"] == {"miles": "withheld", "within_20_miles": True}
        assert found["locality"] == "at_a_distance"
        assert fitting(answer) == ["Near by", "The Refuge"], "neither sorted out nor before any"
        assert where(answer, "Near by")["from_home"]["miles"] != "withheld"

    placing = where(search(sqlite_office), "The Refuge")
    assert placing["from_home"]["miles"] == "13.5"


@pytest.mark.covers("6-61")
def test_it_comes_after_every_home_whose_distance_is_told(sqlite_office: Office) -> None:
    refuge = home(sqlite_office, name="The Refuge", **NEAR_BY)
    home(sqlite_office, name="Further", postcode="NG1 5DT", district="E06000018")
    done(
        sqlite_office.post(f"{refuge}/descriptions", {"since": "2024-01-01", "confidential": True})
    )

    assert fitting(asked_by(Role.AUDITOR, sqlite_office))[-1] == "The Refuge"
    assert fitting(search(sqlite_office))[0] == "The Refuge"
