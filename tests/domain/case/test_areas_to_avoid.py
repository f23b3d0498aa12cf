"""Areas to avoid: recorded by anybody who works with the child, lifted by somebody else."""

from datetime import date
from uuid import UUID

import pytest

from domain.case.avoidance import AreaId, AreaToAvoid
from domain.case.chronology import chronology
from domain.case.commands import LiftAreaToAvoid, RecordAreaToAvoid
from domain.case.events import AreaToAvoidLifted, AreaToAvoidRecorded
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, NotFound, WrongState
from domain.shared.vocabulary import Subject
from tests.support.cases import WORKER, case, case_opened
from tests.support.clocks import log

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
MANAGER = Subject("morgan-manager")
STATION = AreaToAvoid(
    area_id=AreaId(UUID(int=80)),
    postcode="NG1 5DT",
    within_tenths=30,
    concern="adult_who_poses_risk",
    text="Somebody who harmed her lives near the station.",
    since=MARCH,
)
RECORDED = AreaToAvoidRecorded(area=STATION, by=WORKER)


def lift(by: Subject = MANAGER, on: date = APRIL) -> LiftAreaToAvoid:
    return LiftAreaToAvoid(area_id=STATION.area_id, on=on, reason="He moved.", by=by)


LIFTED = AreaToAvoidLifted(area_id=STATION.area_id, on=APRIL, reason="He moved.", by=MANAGER)


def test_an_area_is_recorded_and_lifted_by_somebody_else() -> None:
    case.given(case_opened()).when(RecordAreaToAvoid(area=STATION, by=WORKER)).then(RECORDED)
    case.given(case_opened(), RECORDED).when(lift()).then(LIFTED)
    case.given(case_opened(), RECORDED).when(lift(by=WORKER)).then_refused(ConflictOfInterest)


def test_what_is_not_there_or_lifted_or_not_begun_is_not_lifted() -> None:
    case.given(case_opened()).when(lift()).then_refused(NotFound)
    case.given(case_opened(), RECORDED, LIFTED).when(lift()).then_refused(WrongState)
    early = lift(on=date(2026, 2, 1))
    case.given(case_opened(), RECORDED).when(early).then_refused(EffectiveBeforeStream)


@pytest.mark.covers("4-031")
def test_an_area_is_avoided_until_it_is_lifted() -> None:
    (period,) = chronology(log(case_opened(), RECORDED, LIFTED)).avoided

    assert (period.since, period.until) == (MARCH, APRIL)
    assert period.area == STATION
