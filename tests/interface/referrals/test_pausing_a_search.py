"""A search is paused: what stands still, what the board shows, and how it goes on by itself."""

from datetime import timedelta
from typing import Any

import pytest

from application.access.principal import Role
from tests.support.market import Search, search
from tests.support.service import Office


def running(office: Office) -> dict[str, Any]:
    clocks = office.get("/clocks", role=Role.BROKER).json()["clocks"]
    return {clock["code"]: clock for clock in clocks}


def listed(office: Office) -> dict[str, Any]:
    (line,) = office.get("/referrals", role=Role.BROKER).json()["referrals"]
    found: dict[str, Any] = line
    return found


def submitted(office: Office) -> Search:
    found = search(office)
    found.write()
    found.submit()
    office.quiet()
    return found


@pytest.mark.covers("R-55", "R11")
def test_a_paused_search_stands_still_and_goes_on_by_itself_on_its_day(
    sqlite_office: Office,
) -> None:
    found = submitted(sqlite_office)
    now, due = sqlite_office.running.clock.now(), running(sqlite_office)["C-TRIAGE"]["due"]
    day = (now + timedelta(days=7)).date().isoformat()
    held = {"reason": "in_hospital", "text": "On the ward until then.", "resume_on": day}

    by_caseworker = found.act("pauses", held, Role.CASEWORKER)
    found.done("pauses", held)
    sqlite_office.quiet()

    assert by_caseworker.status_code == 403
    triage, timer = running(sqlite_office)["C-TRIAGE"], running(sqlite_office)["C-PAUSE"]
    assert triage["due"] > due
    assert (triage["warned"], triage["paused_until"]) == (None, timer["due"])
    assert listed(sqlite_office)["paused_until"] == day
    assert found.read()["pause"]["reason"] == "in_hospital"

    sqlite_office.move_clock(now + timedelta(days=8))
    sqlite_office.quiet()

    assert (listed(sqlite_office)["paused_until"], found.read()["pause"]) == (None, None)
    assert running(sqlite_office)["C-TRIAGE"]["due"] == triage["due"]
    told = sqlite_office.get(f"/cases/{found.case_id}/timeline", role=Role.BROKER).text
    assert "in hospital" in told
    assert "its day had come" in told
    assert "On the ward" not in told
    breaches = sqlite_office.get(f"/cases/{found.case_id}/breaches", role=Role.BROKER).text
    assert "C-PAUSE" not in breaches


@pytest.mark.covers("R-55")
def test_a_broker_goes_on_sooner_and_what_is_paused_is_taken_no_further(
    sqlite_office: Office,
) -> None:
    found = submitted(sqlite_office)
    day = (sqlite_office.running.clock.now() + timedelta(days=7)).date().isoformat()
    found.done("pauses", {"reason": "awaiting_court", "resume_on": day})

    refused = found.act("returns", {"reasons": [{"reason": "incomplete", "text": "Risk."}]})
    found.done("resumptions", {})

    assert (refused.status_code, refused.json()["code"]) == (409, "WRONG_STATE")
    assert found.read()["pause"] is None
    found.done("pauses", {"reason": "awaiting_court", "resume_on": day})
    found.done("withdrawals", {"reason": "returned_home"}, Role.CASEWORKER)
    assert (found.read()["stage"], found.read()["pause"]) == ("withdrawn", None)
