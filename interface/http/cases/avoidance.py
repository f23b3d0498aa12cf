"""Areas that a child is to be kept away from: recorded, read by the few who may, and lifted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.case.avoidance import ShownArea
from domain.case.avoidance import AreaId, AreaToAvoid
from domain.case.commands import LiftAreaToAvoid, RecordAreaToAvoid
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf, Moment
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404))


class NewArea(Body):
    """A circle around a postcode. `concern` is a code; the story is told in `text`, sealed."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "postcode": "NG1 5DT",
                "within_tenths": 30,
                "concern": "adult_who_poses_risk",
                "text": "Somebody who harmed her lives near the station.",
                "since": "2026-03-02",
            }
        }
    )

    postcode: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 ]{0,9}$")
    within_tenths: int = Field(ge=1, le=1000, description="Tenths of a mile", strict=True)
    concern: str = Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")
    text: LongText
    since: Moment


class AreaLift(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "area_id": examples.AREA,
                "on": "2026-06-01",
                "reason": "He has moved away; the police have confirmed it.",
            }
        }
    )

    area_id: UUID
    on: Moment
    reason: LongText


@dataclass(frozen=True, kw_only=True)
class AreasToAvoid:
    """Those in force on the day, going by what was known at an instant."""

    case_id: UUID
    as_at: date
    as_known_at: datetime | None
    areas: Sequence[ShownArea]


@router.post("/areas-to-avoid", status_code=201)
def record_area_to_avoid(
    case_id: UUID,
    new: NewArea,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_AREA_TO_AVOID),
) -> CommandAnswer:
    """Keep the child away from an area: no home in it is proposed (`LOCATION_RISK`)."""
    area_id = AreaId(caller.service.ids.new())
    area = AreaToAvoid(area_id=area_id, **dict(new))
    command = RecordAreaToAvoid(area=area, by=Subject(caller.principal.subject))
    ids = {"area_id": str(area_id)}
    receipt = caller.service.cases.do(caller.occasion, case_id, command, ids=ids)
    return carried_out(caller.service, receipt, response)


@router.post("/area-to-avoid-lifts", status_code=201, responses=declared(404, 409))
def lift_area_to_avoid(
    case_id: UUID,
    lift: AreaLift,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_AREA_TO_AVOID),
) -> CommandAnswer:
    """Say that an area need be avoided no longer; by somebody else than who recorded it."""
    command = LiftAreaToAvoid(
        area_id=AreaId(lift.area_id),
        on=lift.on,
        reason=lift.reason,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.get("/areas-to-avoid")
def read_areas_to_avoid(
    case_id: UUID,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_AREAS_TO_AVOID),
) -> AreasToAvoid:
    """The areas in force. They stand in no other view, and no provider is ever told."""
    return AreasToAvoid(
        case_id=case_id,
        as_at=asked.of.day,
        as_known_at=asked.known_at,
        areas=caller.service.areas_to_avoid.on(case_id, asked.of),
    )
