"""Social work visits to a child where it lives, and how long it is meant to stay."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict
from pydantic.config import JsonDict

from application.access.actions import Action
from application.placement.visits import VisitCorrection
from domain.placement.commands import IntendLength, RecordVisit
from domain.placement.visit import NotAlone, NotSeen, Visit, VisitPlace
from domain.shared.vocabulary import Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText, SubjectText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)

SEEN_ALONE: JsonDict = {
    "on": "2026-03-11",
    "place": "home",
    "seen": True,
    "seen_alone": True,
    "wishes": "I want to stay at my school.",
    "follow_up": "Ask the school about the bus.",
}


class SentVisit(Body):
    """One visit, made or attempted; `visitor` is who recorded it where nobody else is named.

    A child who was not seen has the reason in `not_seen`; one that was seen in company has it
    in `not_alone`.
    """

    model_config = ConfigDict(json_schema_extra={"example": SEEN_ALONE})

    on: Moment
    visitor: ShortText | None = None
    place: VisitPlace
    seen: bool
    not_seen: NotSeen | None = None
    seen_alone: bool = False
    not_alone: NotAlone | None = None
    wishes: LongText | None = None
    follow_up: LongText | None = None

    def visit(self, otherwise: str) -> Visit:
        told = self.model_dump() | {"visitor": self.visitor or otherwise}
        return Visit(**told)


class CorrectedVisit(Body):
    """`corrects` is the visit, or its last correction; no `now` says that there was no visit."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "corrects": examples.EVENT,
                "now": SEEN_ALONE,
                "reason": "Typed the 12th for the 11th.",
                "approved_by": "morgan-manager",
            }
        }
    )

    corrects: UUID
    now: SentVisit | None = None
    reason: LongText
    approved_by: SubjectText


class IntendedLength(Body):
    """Whether the placement is meant to last until the child is 18, from a day on."""

    model_config = ConfigDict(json_schema_extra={"example": {"until_18": True, "on": "2026-03-27"}})

    until_18: bool
    on: Moment


@router.post("/visits", status_code=201)
def record_visit(
    placement_id: UUID,
    sent: SentVisit,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_VISIT),
) -> CommandAnswer:
    """Record a social work visit. Only one at which the child was seen meets its clock."""
    by = Subject(caller.principal.subject)
    command = RecordVisit(visit=sent.visit(by), by=by)
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/visit-corrections", status_code=201, responses=declared(404, 409, 412, 428))
def correct_visit(
    placement_id: UUID,
    sent: CorrectedVisit,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CORRECT_RECORD),
) -> CommandAnswer:
    """Say what a visit really was, with somebody else's approval. Its clocks follow."""
    correction = VisitCorrection(
        corrects=sent.corrects,
        now=sent.now.visit(caller.principal.subject) if sent.now else None,
        reason=sent.reason,
        approved_by=Subject(sent.approved_by),
    )
    receipt = caller.service.placement.visits.correct(
        caller.occasion, placement_id, correction, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/intended-lengths", status_code=201)
def intend_length(
    placement_id: UUID,
    sent: IntendedLength,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_VISIT),
) -> CommandAnswer:
    """Record how long the child is meant to stay: after the first year visits go by it."""
    by = Subject(caller.principal.subject)
    command = IntendLength(until_18=sent.until_18, on=sent.on, by=by)
    receipt = caller.service.placement.handlers.do(caller.occasion, placement_id, command)
    return carried_out(caller.service, receipt, response)
