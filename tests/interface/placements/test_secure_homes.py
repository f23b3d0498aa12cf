"""A child in a secure home with no authority of a court: the director hears of it."""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from application.access.principal import Role
from domain import placement
from domain.placement.arrangement import Arrangement
from domain.placement.commands import RecordStart
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import CaseId, Locality, PlacementId, Provision, SettingId
from tests.support.children import BORN, open_child, placement_stream, tell
from tests.support.placing import advance
from tests.support.service import Office

MOVED_IN = datetime(2028, 3, 3, 18, tzinfo=UTC)
CASEWORKER: dict[str, Any] = {"role": Role.CASEWORKER}


def kept(
    office: Office, case_id: str | None = None, since: datetime = MOVED_IN
) -> tuple[str, PlacementId]:
    case_id, placement_id = case_id or open_child(office), PlacementId(uuid4())
    where = Arrangement(
        placement_id=placement_id,
        case_id=CaseId(UUID(case_id)),
        setting_id=SettingId(uuid4()),
        provision=Provision.SECURE_HOME,
        distance_tenths=620,
        locality=Locality.AT_A_DISTANCE,
    )
    command = RecordStart(at=since, born_on=BORN, arrangement=where)
    file = office.running.office.file_of(StreamId(f"case-{case_id}"))
    tell(office.running, placement_stream(placement_id), placement.decider, command, file=file)
    return case_id, placement_id


def waiting(office: Office) -> list[str]:
    found = office.get("/tasks", {"role": "dcs"}, role=Role.DCS).json()["tasks"]
    return [each["code"] for each in found if each["code"] == "NO_COURT_AUTHORITY"]


@pytest.mark.covers("C-SECURE-72", "R-242")
@pytest.mark.refuses("EFFECTIVE_BEFORE_STREAM")
def test_after_seventy_two_hours_the_director_hears_and_a_court_or_leaving_settles_it(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    office.move_clock(MOVED_IN)
    case_id, placement_id = kept(office)
    path = f"/placements/{placement_id}/court-authorities"
    advance(office, datetime(2028, 3, 6, 17, 59, tzinfo=UTC))
    assert waiting(office) == []
    advance(office, datetime(2028, 3, 6, 18, 1, tzinfo=UTC))

    assert waiting(office) == ["NO_COURT_AUTHORITY"]
    order = {"kind": "secure_accommodation_order", "from": "2028-03-06T18:00:30Z"}
    backwards = office.post(path, {**order, "until": "2028-03-01"}, **CASEWORKER)
    assert backwards.json()["code"] == "EFFECTIVE_BEFORE_STREAM"
    given = office.post(path, {**order, "until": "2028-04-06"}, **CASEWORKER)
    assert given.status_code == 201, given.text
    office.quiet()

    assert waiting(office) == []
    clocks = office.get(f"/cases/{case_id}/clocks").json()["clocks"]
    found = [each for each in clocks if each["code"] == "C-SECURE-72"]
    assert [(each["outcome"], each["breached"]) for each in found] == [
        ("met", True),
        ("running", False),
    ]
    assert found[1]["due"] == "2028-04-06T23:00:00Z"
    timeline = office.get(f"/cases/{case_id}/timeline").text
    assert "A court allows the child to be kept here" in timeline


@pytest.mark.covers("C-SECURE-72", "R-225")
def test_who_is_moved_from_one_secure_home_to_another_is_kept_for_as_long_as_both(
    sqlite_office: Office,
) -> None:
    office = sqlite_office
    moved = MOVED_IN + timedelta(hours=50)
    office.move_clock(moved)
    case_id, first = kept(office)
    kept(office, case_id, moved)
    left = {"at": moved.isoformat(), "reason": "moved_on", "instigator": "child"}
    ended = office.post(f"/placements/{first}/ends", left)
    assert ended.status_code == 201, ended.text
    office.quiet()
    advance(office, datetime(2028, 3, 6, 18, 1, tzinfo=UTC))

    assert waiting(office) == ["NO_COURT_AUTHORITY"]
    found = office.get(f"/cases/{case_id}/clocks").json()["clocks"]
    hours = {(c["due"], c["outcome"]) for c in found if c["code"] == "C-SECURE-72"}
    assert hours == {("2028-03-06T18:00:00Z", "running"), ("2028-03-06T18:00:00Z", "stopped")}
