"""When a home takes nobody new: restrictions and temporary closures, and their ends."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.setting.codes import Code
from domain.setting.commands.register import (
    CloseTemporarily,
    LiftRestriction,
    Reopen,
    RestrictAdmissions,
)
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/settings/{setting_id}", tags=["settings"], responses=declared(404))

BY_WHAT_WAS_SEEN = declared(404, 409, 412, 428)


class NewRestriction(Body):
    """Nobody new, whoever says so: the regulator, the council, or a carer on hold."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"since": "2026-05-01", "source": "ofsted_s22b"}}
    )

    since: Day
    until: Day | None = None
    source: Code


class NewClosure(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"since": "2026-08-01", "until": "2026-08-15"}}
    )

    since: Day
    until: Day | None = None


class OnADay(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-06-01"}})

    on: Day = Field(description="From this day; nothing that was to begin later will")


@router.post("/restrictions", status_code=201)
def restrict_admissions(
    setting_id: UUID,
    new: NewRestriction,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Restrict admissions. Those who live there stay."""
    command = RestrictAdmissions(from_=new.since, until=new.until, source=new.source)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/restriction-lifts", status_code=201, responses=BY_WHAT_WAS_SEEN)
def lift_restriction(
    setting_id: UUID,
    lift: OnADay,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Lift every restriction that was seen."""
    command = LiftRestriction(on=lift.on)
    receipt = caller.service.registers.settings.do(
        caller.occasion, setting_id, command, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/closures", status_code=201)
def close_temporarily(
    setting_id: UUID,
    new: NewClosure,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Close the home for a while."""
    command = CloseTemporarily(from_=new.since, until=new.until)
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/reopenings", status_code=201, responses=BY_WHAT_WAS_SEEN)
def reopen(
    setting_id: UUID,
    opening: OnADay,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """End every closure that was seen."""
    command = Reopen(on=opening.on)
    receipt = caller.service.registers.settings.do(
        caller.occasion, setting_id, command, version_seen
    )
    return carried_out(caller.service, receipt, response)
