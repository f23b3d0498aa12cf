"""A child found or a case opened, over HTTP."""

from collections.abc import Mapping
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.service import Office

OTTER: Mapping[str, Any] = {
    "full_name": "Demo-Otter Brambleshade",
    "known_as": ["Otty"],
    "birth_date": {"born_on": "2009-09-14", "source": "birth certificate"},
    "sex": "F",
    "identifiers": [{"kind": "nhs", "value": "999 000 0018"}],
}


@pytest.mark.parametrize(
    "sought",
    [
        {"name": "brambleshade"},
        {"name": "OTTY"},
        {"born_on": "2009-09-14"},
        {"identifier": "9990000018"},
    ],
)
@pytest.mark.covers("R-28")
def test_a_child_is_found_again_by_what_is_known_of_them(
    sqlite_office: Office, sought: Mapping[str, str]
) -> None:
    opened = sqlite_office.post("/cases", OTTER).json()

    found = sqlite_office.client.post(
        "/v1/cases/searches",
        json=sought,
        headers={"Authorization": f"Bearer {sqlite_office.token()}"},
    ).json()

    assert [child["case_id"] for child in found] == [opened["ids"]["case_id"]]


def test_a_possible_duplicate_is_refused_and_named(office: Office) -> None:
    first = office.post("/cases", OTTER).json()["ids"]["case_id"]

    second = office.post("/cases", OTTER)

    assert second.status_code == 422
    assert second.json()["code"] == "POSSIBLE_DUPLICATE"
    assert second.json()["possible_duplicates"] == [first]


def test_a_twin_is_opened_with_a_reason(office: Office) -> None:
    office.post("/cases", OTTER)
    twin = {
        **OTTER,
        "full_name": "Demo-Vole Brambleshade",
        "known_as": [],
        "identifiers": [],
        "not_a_duplicate_because": "her twin",
    }

    assert office.post("/cases", twin).status_code == 201


@pytest.mark.covers("6-09")
def test_the_same_key_opens_one_case(office: Office) -> None:
    once = office.post("/cases", OTTER, key="double-click-1")
    again = office.post("/cases", OTTER, key="double-click-1")

    assert again.json() == once.json()
    assert again.headers["ETag"] == once.headers["ETag"]


def test_the_same_key_with_another_body_is_refused(office: Office) -> None:
    office.post("/cases", OTTER, key="double-click-1")

    other = office.post("/cases", {**OTTER, "sex": "U"}, key="double-click-1")

    assert (other.status_code, other.json()["code"]) == (422, "IDEMPOTENCY_MISMATCH")


@pytest.mark.covers("R-41")
def test_another_authoritys_child_is_not_found(office: Office) -> None:
    case_id = office.post("/cases", OTTER).json()["ids"]["case_id"]

    answer = office.post(
        f"/cases/{case_id}/allocations",
        {"kind": "team", "who": "north", "since": "2026-01-01"},
        authority="E06000018",
    )

    assert answer.status_code == 404


def test_a_provider_may_not_open_a_case(office: Office) -> None:
    answer = office.post(
        "/cases",
        OTTER,
        role=Role.PROVIDER_RESPONDER,
        organisation="0198c0de-0000-7000-8000-000000000005",
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "NOT_PERMITTED")
