"""A child with a connected person: weeks that run, more of them, and a move once they are over."""

from datetime import UTC, datetime
from typing import Any

import pytest

from application.access.principal import Role
from domain.placement.approving import Matter
from domain.setting.registration import RegistrationKind
from domain.shared.vocabulary import Provision
from tests.support.approving import HEAD, approve, ask, record, waiting
from tests.support.placing import (
    House,
    Placing,
    advance,
    child,
    done,
    open_house,
)
from tests.support.service import Office


def with_an_aunt(office: Office, since: str) -> Placing:
    """A child who lives with a connected person, approved for a while from the same day."""
    home = open_house(office, provision=Provision.FOSTERING, registered=None, bought=False)
    approval = {"kind": RegistrationKind.TEMPORARY_APPROVAL.value, "since": since}
    done(office.post(f"/settings/{home.setting_id}/registrations", approval))
    return moved_in(office, home, since)


def moved_in(office: Office, home: House, since: str) -> Placing:
    case_id = child(office)
    said = {"case_id": case_id, "setting_id": str(home.setting_id), "at": f"{since}T10:00:00Z"}
    placement_id = done(office.post("/placements/starts", said))["ids"]["placement_id"]
    office.quiet()
    return Placing(office, case_id, home, "", placement_id)


def breached(placing: Placing) -> set[str]:
    found: Any = placing.office.get(f"/cases/{placing.case_id}/breaches").json()["breaches"]
    return {each["code"] for each in found}


@pytest.mark.covers("C-REG24-16W", "R-132", "T30")
def test_sixteen_weeks_and_eight_more_and_then_the_child_is_to_move(sqlite_office: Office) -> None:
    placing = with_an_aunt(sqlite_office, "2026-09-07")
    assert placing.clock("C-REG24-16W")["due"] == "2026-12-28T23:59:59Z"
    done(record(placing, Matter.IRO_CONSULTED))
    done(ask(placing, "temporary_carers", "The assessment waits for one reference."))
    about = ("TEMPORARY_CARERS_NOT_EXTENDED", f"placement-{placing.placement_id}")
    assert about in waiting(sqlite_office, Role.NOMINATED_OFFICER)

    done(approve(placing, "temporary_carers", weeks=8, **HEAD))

    assert placing.clock("C-REG24-16W")["due"] == "2027-02-22T23:59:59Z"
    advance(sqlite_office, datetime(2027, 2, 23, 1, tzinfo=UTC))
    sqlite_office.quiet()
    assert "C-REG24-16W" in breached(placing)
    moves = [code for code, stream in waiting(sqlite_office, Role.DCS) if stream == about[1]]
    assert moves == ["PLAN_MOVE"]


@pytest.mark.covers("C-REG24-16W", "R-132")
def test_the_registers_approval_for_good_ends_it(sqlite_office: Office) -> None:
    placing = with_an_aunt(sqlite_office, "2026-09-07")

    approval = {"kind": RegistrationKind.FOSTER_APPROVAL.value, "since": "2026-11-02"}
    done(sqlite_office.post(f"/settings/{placing.house.setting_id}/registrations", approval))
    sqlite_office.quiet()

    assert placing.clock("C-REG24-16W")["outcome"] == "met"


@pytest.mark.covers("C-REG23-6WD", "R-133")
def test_outside_the_terms_it_is_six_working_days_until_they_are_changed(
    sqlite_office: Office,
) -> None:
    home = open_house(sqlite_office, provision=Provision.FOSTERING, registered=None, bought=False)
    path = f"/settings/{home.setting_id}/registrations"
    boys = {"kind": "foster_approval", "since": "2024-01-01", "foster_terms": {"sex": "M"}}
    done(sqlite_office.post(path, boys))
    placing = moved_in(sqlite_office, home, "2026-11-16")
    assert placing.clock("C-REG23-6WD")["due"] == "2026-11-24T23:59:59Z"
    assert placing.clock("C-REG23-6WD")["outcome"] == "running"

    done(sqlite_office.post(path, {"kind": "foster_approval", "since": "2026-11-18"}))
    sqlite_office.quiet()

    assert placing.clock("C-REG23-6WD")["outcome"] == "met"
