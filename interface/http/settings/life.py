"""A home's life: made ready, opened, checked, inspected, and closed for good."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.setting import SettingCommand
from domain.setting.assurance import CheckKind
from domain.setting.codes import Code
from domain.setting.commands.life import (
    AnnounceClosing,
    OpenHome,
    RecordCheck,
    RecordClosed,
    RecordMobilised,
)
from domain.shared.inspection import Grade
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.settings.standing import BY_WHAT_WAS_SEEN, OnADay
from interface.http.text import Body

router = APIRouter(prefix="/settings/{setting_id}", tags=["settings"], responses=declared(404, 409))


class NewClosing(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"since": "2026-09-01", "reason": "lease_ends"}}
    )

    since: Day
    reason: Code


class HasClosed(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"on": "2026-03-31", "reason": "lease_ends"}}
    )

    on: Day
    reason: Code


class NewCheck(Body):
    """A check of the premises, or of everyone who lives or works there; no certificate."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "property",
                "on": "2026-03-20",
                "passed": True,
                "expires_on": "2027-03-20",
            }
        }
    )

    kind: CheckKind
    on: Day
    passed: bool
    expires_on: Day | None = None


class NewInspection(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"on": "2026-05-12", "grade": "requires_improvement"}}
    )

    on: Day
    grade: Grade


@router.post("/mobilisations", status_code=201)
def record_mobilised(
    setting_id: UUID,
    ready: OnADay,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record that a planned home is staffed, furnished and ready."""
    return _done(caller, setting_id, response, RecordMobilised(on=ready.on))


@router.post("/openings", status_code=201, responses=BY_WHAT_WAS_SEEN)
def open_home(
    setting_id: UUID,
    opening: OnADay,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.OPEN_SETTING),
) -> CommandAnswer:
    """Open a home that is registered, mobilised and checked; everything missing is named."""
    return _done(caller, setting_id, response, OpenHome(from_=opening.on), version_seen)


@router.post("/closings", status_code=201)
def announce_closing(
    setting_id: UUID,
    closing: NewClosing,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Announce that the home is to close: nobody new, and a move plan for each who lives there."""
    command = AnnounceClosing(from_=closing.since, reason=closing.reason)
    return _done(caller, setting_id, response, command)


@router.post("/permanent-closures", status_code=201)
def record_closed(
    setting_id: UUID,
    closed: HasClosed,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record that the home closed for good. A fact: who is still there is in its breaches."""
    return _done(caller, setting_id, response, RecordClosed(on=closed.on, reason=closed.reason))


@router.post("/checks", status_code=201)
def record_check(
    setting_id: UUID,
    check: NewCheck,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record a check. A failed one shuts the home to newcomers until the next of its kind."""
    return _done(caller, setting_id, response, RecordCheck(**check.model_dump()))


@router.post("/inspections", status_code=201)
def record_inspection(
    setting_id: UUID,
    inspection: NewInspection,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_SETTINGS),
) -> CommandAnswer:
    """Record the regulator's grade; below the contract's threshold it is left to people."""
    receipt = caller.service.registers.settings.inspected(
        caller.occasion, setting_id, inspection.on, inspection.grade
    )
    return carried_out(caller.service, receipt, response)


def _done(
    caller: Commanding,
    setting_id: UUID,
    response: Response,
    command: SettingCommand,
    expecting: int | None = None,
) -> CommandAnswer:
    receipt = caller.service.registers.settings.do(caller.occasion, setting_id, command, expecting)
    return carried_out(caller.service, receipt, response)
