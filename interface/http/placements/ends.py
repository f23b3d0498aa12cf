"""The end of a placement: a fact, with how planned it was and how notice came out."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.placement.ending import AtOnce, Ending
from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    PlanEvidence,
    PlannedOverride,
    PlanSource,
)
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(prefix="/placements", tags=["placements"], responses=declared(404, 409))


class SentPlan(Body):
    """What said beforehand that the placement would end, and when it said so."""

    source: PlanSource
    on: Moment


class SentOverride(Body):
    planned: bool
    reason: CodeText


class RecordedEnd(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-09-30T12:00:00+01:00",
                "reason": "moved_on",
                "instigator": "council",
                "destination": "independent_living",
            }
        }
    )

    at: Moment
    reason: CodeText
    national_reason: str | None = Field(default=None, pattern=r"^[A-Z]{3,6}$")
    instigator: Instigator
    destination: CodeText | None = None
    plan: SentPlan | None = None
    override: SentOverride | None = None
    immediate_risk: bool = False

    def ending(self) -> Ending:
        return Ending(
            at=self.at,
            reason=self.reason,
            national_reason=self.national_reason,
            instigator=self.instigator,
            destination=self.destination,
            plan=_plan(self.plan),
            override=_override(self.override),
            immediate_risk=self.immediate_risk,
        )


class EndedAtOnce(Body):
    """The ground that allows it, and what was arranged for the child by then."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "at": "2026-09-30T22:40:00+01:00",
                "ground": "harm_to_child",
                "reason": "A member of staff was arrested in the home tonight.",
                "accommodation": "With her aunt until Monday.",
                "iro_informed": False,
            }
        }
    )

    at: Moment
    ground: ImmediateGround
    reason: LongText
    national_reason: str | None = Field(default=None, pattern=r"^[A-Z]{3,6}$")
    destination: CodeText | None = None
    accommodation: ShortText | None = None
    iro_informed: bool = False


@router.post("/{placement_id}/ends", status_code=201)
def record_end(
    placement_id: UUID,
    fact: RecordedEnd,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_END),
) -> CommandAnswer:
    """Record that the child left: planned or not by the evidence, and how notice came out."""
    receipt = caller.service.placement.ends.record(caller.occasion, placement_id, fact.ending())
    return carried_out(caller.service, receipt, response)


@router.post(
    "/{placement_id}/immediate-terminations", status_code=201, responses=declared(412, 428)
)
def end_immediately(
    placement_id: UUID,
    sent: EndedAtOnce,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.END_IMMEDIATELY),
) -> CommandAnswer:
    """End the placement at once: no notice, no review first. What must follow becomes tasks."""
    end = AtOnce(
        at=sent.at,
        ground=sent.ground,
        reason=sent.reason,
        national_reason=sent.national_reason,
        destination=sent.destination,
        accommodation=sent.accommodation,
        iro_informed=sent.iro_informed,
    )
    receipt = caller.service.placement.ends.at_once(
        caller.occasion, placement_id, end, version_seen
    )
    return carried_out(caller.service, receipt, response)


def _plan(sent: SentPlan | None) -> PlanEvidence | None:
    return PlanEvidence(source=sent.source, on=sent.on) if sent else None


def _override(sent: SentOverride | None) -> PlannedOverride | None:
    return PlannedOverride(planned=sent.planned, reason=sent.reason) if sent else None
