"""Providers are suspended by one person and taken back by another."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.provider.commands import LiftSuspension, SuspendProvider
from domain.provider.vocabulary import SuspensionScope
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/providers/{provider_id}", tags=["providers"], responses=declared(404, 409)
)


class NewSuspension(Body):
    """Nothing new is asked of it from a day on; its placements go on."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "scope": "new_placements",
                "since": "2026-06-01",
                "reason": "Inspection found too few staff at night.",
                "review_on": "2026-07-01",
            }
        }
    )

    scope: SuspensionScope
    since: Day
    reason: LongText
    review_on: Day


class SuspensionLift(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2026-07-02", "evidence": "Rotas seen for four weeks."}
        }
    )

    on: Day
    evidence: LongText


@router.post("/suspensions", status_code=201)
def suspend_provider(
    provider_id: UUID,
    new: NewSuspension,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Suspend it. Nobody moves out by it."""
    command = SuspendProvider(
        scope=new.scope,
        from_=new.since,
        reason=new.reason,
        review_on=new.review_on,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/suspension-lifts", status_code=201, responses=declared(404, 409, 412, 428))
def lift_suspension(
    provider_id: UUID,
    lift: SuspensionLift,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Lift the suspension that was seen. Whoever suspended it may not."""
    command = LiftSuspension(
        on=lift.on, evidence=lift.evidence, by=Subject(caller.principal.subject)
    )
    receipt = caller.service.registers.providers.do(
        caller.occasion, provider_id, command, version_seen
    )
    return carried_out(caller.service, receipt, response)
