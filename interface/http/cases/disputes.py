"""Disputes of the officer who reviews: put to somebody, put higher, and resolved."""

from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from domain.case.review import DisputeId, DisputeTier
from domain.case.reviewing import EscalateDispute, RaiseDispute, ResolveDispute
from domain.shared.code_lists import Code
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Moment
from interface.http.dependencies import Commanding, commanding
from interface.http.examples import example
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404, 409))


class RaisedDispute(Body):
    """What is disputed, and whom it is put to first."""

    model_config = example(
        about="no_school_place", tier="team_manager", on="2026-04-20", words="She has waited long."
    )

    about: Code
    tier: DisputeTier
    on: Moment
    words: LongText | None = None


class MovedDispute(Body):
    """Whom it is put to now; Cafcass may be asked at any stage."""

    model_config = example(on="2026-05-04", tier="head_of_service")

    on: Moment
    tier: DisputeTier


class ResolvedDispute(Body):
    model_config = example(on="2026-05-11", outcome="school_place_found")

    on: Moment
    outcome: Code
    words: LongText | None = None


@router.post("/iro-disputes", status_code=201)
def raise_dispute(
    case_id: UUID,
    sent: RaisedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Put a dispute of the reviewing officer's on record; opens C-IRODISP-20WD."""
    dispute_id = DisputeId(caller.service.ids.new())
    by = Subject(caller.principal.subject)
    command = RaiseDispute(dispute_id=dispute_id, **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(
        caller.occasion, case_id, command, ids={"dispute_id": str(dispute_id)}
    )
    return carried_out(caller.service, receipt, response)


@router.post("/iro-disputes/{dispute_id}/escalations", status_code=201)
def escalate_dispute(
    case_id: UUID,
    dispute_id: UUID,
    sent: MovedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Put a dispute higher, or ask Cafcass; the twenty working days go on from the first."""
    by = Subject(caller.principal.subject)
    command = EscalateDispute(dispute_id=DisputeId(dispute_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)


@router.post("/iro-disputes/{dispute_id}/resolutions", status_code=201)
def resolve_dispute(
    case_id: UUID,
    dispute_id: UUID,
    sent: ResolvedDispute,
    response: Response,
    caller: Commanding = commanding(Action.RAISE_DISPUTE),
) -> CommandAnswer:
    """Say that a dispute is over, and how it ended; meets C-IRODISP-20WD."""
    by = Subject(caller.principal.subject)
    command = ResolveDispute(dispute_id=DisputeId(dispute_id), **sent.model_dump(), by=by)
    receipt = caller.service.cases.do(caller.occasion, case_id, command)
    return carried_out(caller.service, receipt, response)
