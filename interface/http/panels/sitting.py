"""A panel is called together, searches are put to it, it meets and decides."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.shared.office import stream_of
from domain.panel.agenda import Code, Outcome, PanelCondition, PanelKind, Seat
from domain.panel.commands import CancelMeeting, DecideItem, HoldMeeting, MeetPanelCondition
from domain.shared.panels import StepDown
from domain.shared.vocabulary import AgendaItemId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(prefix="/panels", tags=["panels"])


class SentSeat(Body):
    """Who sits, for which body by its code; exactly one chairs."""

    who: ShortText
    body: Code
    chairs: bool = False


class NewPanel(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "joint_funding",
                "sits_on": "2026-03-12",
                "seats": [
                    {"who": "hollis-head-of-service", "body": "derby", "chairs": True},
                    {"who": "ivy-icb", "body": "derby_and_derbyshire_icb"},
                ],
            }
        }
    )

    kind: PanelKind
    sits_on: Day
    seats: list[SentSeat] = Field(max_length=30)

    def members(self) -> tuple[Seat, ...]:
        return tuple(
            Seat(who=Subject(each.who), body=each.body, chairs=each.chairs) for each in self.seats
        )


class NewItem(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"referral_id": examples.REFERRAL}})

    referral_id: UUID


class MetOn(Body):
    """The panel met, with these of its members."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {"on": "2026-03-12", "present": ["hollis-head-of-service", "ivy-icb"]}
        }
    )

    on: Day
    present: list[ShortText] = Field(max_length=30)


class SentPanelCondition(Body):
    code: Code
    by: Day | None = None


class PanelDecision(Body):
    """Agree, agree on conditions, defer or decline; the last two with the code of a reason.

    Of a child in residential care it says what was found of a step down.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "item_id": examples.ITEM,
                "outcome": "conditions",
                "conditions": [{"code": "review_at_six_weeks", "by": "2026-04-20"}],
            }
        }
    )

    item_id: UUID
    outcome: Outcome
    reason: Code | None = None
    conditions: list[SentPanelCondition] = Field(default=[], max_length=20)
    step_down: StepDown | None = None


class PanelConditionDone(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "item_id": examples.ITEM,
                "condition": "review_at_six_weeks",
                "on": "2026-04-20",
            }
        }
    )

    item_id: UUID
    condition: Code
    on: Day


class NotMeeting(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"reason": "no_quorum"}})

    reason: Code


@router.post("", status_code=201, responses=declared())
def convene_panel(
    new: NewPanel, response: Response, caller: Commanding = commanding(Action.CALL_PANELS)
) -> CommandAnswer:
    """Call a panel together on a day, and say who sits on it and for which body."""
    receipt = caller.service.registers.panels.convene(
        caller.occasion, new.kind, new.sits_on, new.members()
    )
    location = f"/v1/panels/{receipt.ids['panel_id']}"
    return carried_out(caller.service, receipt, response, location)


@router.post("/{panel_id}/items", status_code=201, responses=declared(404, 409))
def put_item(
    panel_id: UUID,
    new: NewItem,
    response: Response,
    caller: Commanding = commanding(Action.PUT_TO_PANEL),
) -> CommandAnswer:
    """Put a search on the agenda, with the price that is asked for it."""
    caller.reach(stream_of("referral", new.referral_id))
    receipt = caller.service.registers.panels.put(caller.occasion, panel_id, new.referral_id)
    return carried_out(caller.service, receipt, response)


@router.post("/{panel_id}/residents", status_code=201, responses=declared(404, 409))
def put_residents(
    panel_id: UUID, response: Response, caller: Commanding = commanding(Action.PUT_TO_PANEL)
) -> CommandAnswer:
    """Put every child who lives in residential care today on the residential panel's agenda."""
    receipt = caller.service.registers.panels.put_residents(caller.occasion, panel_id)
    return carried_out(caller.service, receipt, response)


@router.post("/{panel_id}/meetings", status_code=201, responses=declared(404, 409))
def hold_meeting(
    panel_id: UUID,
    met: MetOn,
    response: Response,
    caller: Commanding = commanding(Action.CALL_PANELS),
) -> CommandAnswer:
    """Record that the panel met: its chair and at least one other of those who sit."""
    command = HoldMeeting(
        on=met.on,
        present=tuple(map(Subject, met.present)),
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.panels.do(caller.occasion, panel_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/{panel_id}/decisions", status_code=201, responses=declared(404, 409, 412, 428))
def decide_item(
    panel_id: UUID,
    told: PanelDecision,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.RECORD_PANEL_DECISION),
) -> CommandAnswer:
    """Record what the panel decided, by another than who put the search to it."""
    conditions = tuple(PanelCondition(**each.model_dump()) for each in told.conditions)
    command = DecideItem(
        item_id=AgendaItemId(told.item_id),
        outcome=told.outcome,
        reason=told.reason,
        conditions=conditions,
        step_down=told.step_down,
        by=Subject(caller.principal.subject),
    )
    panels = caller.service.registers.panels
    receipt = panels.decide(caller.occasion, panel_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/{panel_id}/conditions-met", status_code=201, responses=declared(404, 409))
def meet_panel_condition(
    panel_id: UUID,
    done: PanelConditionDone,
    response: Response,
    caller: Commanding = commanding(Action.PUT_TO_PANEL),
) -> CommandAnswer:
    """Record that a condition of the panel's yes has been met."""
    command = MeetPanelCondition(
        item_id=AgendaItemId(done.item_id),
        condition=done.condition,
        on=done.on,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.registers.panels.do(caller.occasion, panel_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/{panel_id}/cancellations", status_code=201, responses=declared(404, 409))
def cancel_meeting(
    panel_id: UUID,
    told: NotMeeting,
    response: Response,
    caller: Commanding = commanding(Action.CALL_PANELS),
) -> CommandAnswer:
    """Say that the panel does not meet; its items are put to another meeting."""
    command = CancelMeeting(reason=told.reason, by=Subject(caller.principal.subject))
    receipt = caller.service.registers.panels.do(caller.occasion, panel_id, command)
    return carried_out(caller.service, receipt, response)
