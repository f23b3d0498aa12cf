"""A service runs longer, a funder is called otherwise, its formal agreement comes to stand."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from domain.joint_service.commands import (
    ExtendService,
    NoteAgreement,
    RenameFunder,
)
from domain.shared.money import AgreementStanding, Funder
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.joint_services.agreeing import BY_WHAT_WAS_SEEN
from interface.http.problems import declared
from interface.http.text import Body, PerhapsText, ShortText

router = APIRouter(prefix="/joint-services", tags=["joint services"])


class Extension(Body):
    """Until when it runs on; `reference` says where the approval of `approved_by` is kept."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "until": "2032-09-01",
                "approved_by": "dana-director",
                "reference": "Leadership team, minute 7",
                "on": "2031-02-24",
            }
        }
    )

    until: Day
    approved_by: ShortText
    reference: PerhapsText
    on: Day


class OtherName(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "funder": "derby_and_derbyshire_icb",
                "name": "Derby and Derbyshire Integrated Care Board",
                "since": "2022-07-01",
            }
        }
    )

    funder: Funder
    name: ShortText
    since: Day


class AgreementStands(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"standing": "in_preparation", "since": "2026-03-09"}}
    )

    standing: AgreementStanding
    reference: ShortText | None = None
    since: Day


@router.post("/{joint_service_id}/extensions", status_code=201, responses=BY_WHAT_WAS_SEEN)
def extend_service(
    joint_service_id: UUID,
    sent: Extension,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.KEEP_JOINT_SERVICES),
) -> CommandAnswer:
    """Let the service run on, within what was agreed that it may, as somebody else approved."""
    command = ExtendService(
        **sent.model_dump(exclude={"approved_by"}),
        approved_by=Subject(sent.approved_by),
        by=Subject(caller.principal.subject),
    )
    services = caller.service.registers.joint_services
    receipt = services.do(caller.occasion, joint_service_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/{joint_service_id}/funder-names", status_code=201, responses=declared(404, 409))
def rename_funder(
    joint_service_id: UUID,
    sent: OtherName,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_JOINT_SERVICES),
) -> CommandAnswer:
    """Record that a funder is called otherwise from a day on; its code and its past stay."""
    command = RenameFunder(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.registers.joint_services.do(caller.occasion, joint_service_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/{joint_service_id}/agreements", status_code=201, responses=declared(404, 409))
def note_agreement(
    joint_service_id: UUID,
    sent: AgreementStands,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_JOINT_SERVICES),
) -> CommandAnswer:
    """Record how the funders' formal agreement stands: it is shown wherever the cost is split."""
    command = NoteAgreement(**sent.model_dump(), by=Subject(caller.principal.subject))
    receipt = caller.service.registers.joint_services.do(caller.occasion, joint_service_id, command)
    return carried_out(caller.service, receipt, response)
