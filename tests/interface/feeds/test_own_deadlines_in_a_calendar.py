"""Somebody's own deadlines in their calendar: by an address alone, until it is withdrawn."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.children import open_child
from tests.support.service import Office

ANN: dict[str, Any] = {"role": Role.CASEWORKER, "subject": "ann"}


def looked_after(office: Office, worker: str) -> str:
    case_id = open_child(office)
    care = {"legal_status": "accommodated", "on": "2028-03-02", "category_of_need": "N1"}
    office.post(f"/cases/{case_id}/periods-of-care", care, role=Role.CASEWORKER, subject="starter")
    part = {"kind": "social_worker", "who": worker, "since": "2028-03-02"}
    office.post(f"/cases/{case_id}/allocations", part, role=Role.TEAM_MANAGER)
    return case_id


def opened(office: Office, **who: Any) -> str:
    answer = office.post("/calendar-feeds", {}, **who)
    assert answer.status_code == 201, answer.text
    address: str = answer.json()["address"]
    return address


def read(office: Office, address: str) -> Any:
    return office.client.get(address)


def withdraw(office: Office, body: dict[str, Any], **who: Any) -> Any:
    return office.post("/calendar-feeds/withdrawals", body, **who)


@pytest.mark.covers("R-240", "R-241")
@pytest.mark.refuses("NOT_FOUND", "NOT_PERMITTED", "WRONG_STATE")
def test_ones_own_deadlines_are_in_ones_calendar_until_the_address_is_withdrawn(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    office.move_clock(datetime(2028, 3, 6, 12, tzinfo=UTC))
    hers, bobs = looked_after(office, "ann"), looked_after(office, "bob")
    office.quiet()

    address = opened(office, **ANN)
    seen = read(office, address)
    assert seen.headers["content-type"] == "text/calendar; charset=utf-8"
    assert f"Case {hers}" in seen.text
    assert bobs not in seen.text
    assert "C-SREV-20\\, due Thu 30 Mar 2028" in seen.text
    assert "Otter" not in seen.text

    renewed = opened(office, **ANN)
    assert read(office, address).status_code == 404
    assert read(office, renewed).status_code == 200
    assert read(office, renewed[:-1] + "x").status_code == 404

    assert withdraw(office, {"who": "ann"}, role=Role.BROKER).json()["code"] == "NOT_PERMITTED"
    manager = {"role": Role.TEAM_MANAGER}
    assert withdraw(office, {"who": "ann"}, **manager, authority="E06000018").status_code == 404
    assert withdraw(office, {"who": "ann"}, **manager).status_code == 201
    assert withdraw(office, {}, **ANN).json()["code"] == "WRONG_STATE"
    assert read(office, renewed).status_code == 404
    assert office.post("/calendar-feeds", {}, role=Role.FINANCE_OFFICER).status_code == 403

    last = opened(office, **ANN)
    office.move_clock(datetime(2028, 3, 6, 12, tzinfo=UTC) + timedelta(days=91))
    assert read(office, last).status_code == 404
