"""Another authority's notification is taken in, answered, entered in the register, and ends."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.incoming.handlers import NewNotification
from application.shared.office import stream_of
from domain.incoming.vocabulary import Age, Code
from domain.shared.envelope import GssCode
from domain.shared.vocabulary import Provision
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, GssText, PerhapsText, ShortText

router = APIRouter(prefix="/incoming", tags=["incoming"])


class SentNotification(Body):
    """Whose child, by their own reference, and what whoever acts here must know. No name."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "placing_authority": "E06000018",
                "reference": "NCC 4471",
                "age": 15,
                "provision": "childrens_home",
                "since": "2026-03-09",
                "where": "The Limes, Derby",
                "worker": "Nottingham duty team, duty@nottingham.example",
                "risks": ["exploitation"],
                "youth_justice": False,
                "received_on": "2026-03-06",
            }
        }
    )

    placing_authority: GssText
    reference: PerhapsText
    age: Age
    provision: Provision | None = None
    since: Day
    where: ShortText | None = None
    worker: PerhapsText
    school: ShortText | None = None
    gp: ShortText | None = None
    risks: list[Code] = Field(default=[], max_length=20)
    youth_justice: bool = False
    received_on: Day

    def told(self) -> NewNotification:
        return NewNotification(
            placing_authority=GssCode(self.placing_authority),
            reference=self.reference,
            age=self.age,
            provision=self.provision,
            since=self.since,
            where=self.where,
            worker=self.worker,
            school=self.school,
            gp=self.gp,
            risks=tuple(self.risks),
            youth_justice=self.youth_justice,
            received_on=self.received_on,
        )


class AcknowledgedOn(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"on": "2026-03-06"}})

    on: Day


class SentRegisterEntry(Body):
    """In which home. `stated` is whether the home's own count has this child already."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"setting_id": examples.SETTING, "stated": False}}
    )

    setting_id: UUID | None = None
    stated: bool = False


class LeftOn(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"left_on": "2026-05-01"}})

    left_on: Day


@router.post("", status_code=201, responses=declared())
def receive_notification(
    sent: SentNotification,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_INCOMING),
) -> CommandAnswer:
    """Take in that another authority placed a child in our area. It becomes no case of ours."""
    receipt = caller.service.incoming.handlers.receive(caller.occasion, sent.told())
    location = f"/v1/incoming/{receipt.ids['incoming_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{incoming_id}/acknowledgements", status_code=201, responses=declared(404, 409))
def acknowledge_notification(
    incoming_id: UUID,
    sent: AcknowledgedOn,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_INCOMING),
) -> CommandAnswer:
    """Record that the other authority was answered."""
    receipt = caller.service.incoming.handlers.acknowledge(caller.occasion, incoming_id, sent.on)
    return carried_out(caller.service, receipt, response)


@router.post("/{incoming_id}/register-entries", status_code=201, responses=declared(404, 409))
def enter_in_register(
    incoming_id: UUID,
    sent: SentRegisterEntry,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_INCOMING),
) -> CommandAnswer:
    """Enter the child among those placed here; its nights count in the home from then on."""
    if sent.setting_id is not None:
        caller.reach(stream_of("setting", sent.setting_id))
    receipt = caller.service.incoming.handlers.enter(
        caller.occasion, incoming_id, sent.setting_id, stated=sent.stated
    )
    return carried_out(caller.service, receipt, response)


@router.post("/{incoming_id}/endings", status_code=201, responses=declared(404, 409))
def end_notification(
    incoming_id: UUID,
    sent: LeftOn,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_INCOMING),
) -> CommandAnswer:
    """Record that the child lives here no more."""
    receipt = caller.service.incoming.handlers.end(caller.occasion, incoming_id, sent.left_on)
    return carried_out(caller.service, receipt, response)
