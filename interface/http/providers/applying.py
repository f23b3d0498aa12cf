"""What a provider asks for itself: a lot to join, a sub-contractor to use."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.provider.commands import (
    DecideSubcontractor,
    RecordSubcontractorUse,
    RefuseApplication,
    RequestSubcontractor,
)
from domain.shared.vocabulary import ContractId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, LotCode, ShortText

router = APIRouter(
    prefix="/providers/{provider_id}", tags=["providers"], responses=declared(404, 409)
)


class LotApplication(Body):
    """The lot that it wants to join."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"contract_id": examples.CONTRACT, "lot": "2.2"}}
    )

    contract_id: UUID
    lot: LotCode


class ApplicationRefusal(LotApplication):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "contract_id": examples.CONTRACT,
                "lot": "2.2",
                "reason": "No references from another council.",
            }
        }
    )

    reason: LongText


class NewSubcontractor(Body):
    """Who is to do how much of the service, at what cost a year."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"name": "Night Watch CIC", "percent": 20, "yearly_pence": 4_800_000}
        }
    )

    name: ShortText
    percent: int = Field(ge=1, le=100, strict=True)
    yearly_pence: int = Field(ge=0, le=10**12, strict=True)


class SubcontractorDecision(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Night Watch CIC", "approved": True}}
    )

    name: ShortText
    approved: bool


class SubcontractorUse(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"name": "Night Watch CIC", "on": "2026-05-01"}}
    )

    name: ShortText
    on: Moment


@router.post("/lot-applications", status_code=201)
def apply_to_lot(
    provider_id: UUID,
    new: LotApplication,
    response: Response,
    caller: Commanding = commanding(Action.APPLY_AS_PROVIDER),
) -> CommandAnswer:
    """Apply to a lot, while it may be joined (`LOT_CLOSED`)."""
    receipt = caller.service.registers.providers.apply(
        caller.occasion, provider_id, ContractId(new.contract_id), new.lot
    )
    return carried_out(caller.service, receipt, response)


@router.post("/lot-application-refusals", status_code=201)
def refuse_application(
    provider_id: UUID,
    sent: ApplicationRefusal,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Refuse an application, with the reason; it may apply again."""
    caller.reach(stream_of("provider", provider_id))
    command = RefuseApplication(
        contract_id=ContractId(sent.contract_id),
        lot=sent.lot,
        reason=sent.reason,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/subcontractors", status_code=201)
def request_subcontractor(
    provider_id: UUID,
    new: NewSubcontractor,
    response: Response,
    caller: Commanding = commanding(Action.APPLY_AS_PROVIDER),
) -> CommandAnswer:
    """Ask for a sub-contractor, before it is used."""
    command = RequestSubcontractor(**new.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/subcontractor-decisions", status_code=201)
def decide_subcontractor(
    provider_id: UUID,
    sent: SubcontractorDecision,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_PROVIDERS),
) -> CommandAnswer:
    """Approve a sub-contractor, or not. Whoever asked for it does not."""
    command = DecideSubcontractor(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/subcontractor-uses", status_code=201)
def record_subcontractor_use(
    provider_id: UUID,
    sent: SubcontractorUse,
    response: Response,
    caller: Commanding = commanding(Action.APPLY_AS_PROVIDER),
) -> CommandAnswer:
    """Record that a sub-contractor worked: a fact, with its breach if nobody had agreed."""
    command = RecordSubcontractorUse(name=sent.name, on=sent.on)
    receipt = caller.service.registers.providers.do(caller.occasion, provider_id, command)
    return carried_out(caller.service, receipt, response)
