"""Recording that the plan for living there was prepared, and signed by whom the law names."""

from collections.abc import Sequence

from domain.placement.commands.plans import PlanCommand, RecordPlacementPlan, RecordPlanSigned
from domain.placement.events.plans import PlacementPlanPrepared, PlacementPlanSigned, PlanEvent
from domain.placement.planning import appropriate_person
from domain.placement.rules.details import require_details
from domain.placement.rules.stay import require_known_by
from domain.placement.state import Begun, ToCome
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import before


def decide(placement: ToCome | Begun, command: PlanCommand) -> Sequence[PlanEvent]:
    match command:
        case RecordPlacementPlan():
            return prepare(placement, command)
        case RecordPlanSigned():
            return sign(placement, command)


def prepare(placement: ToCome | Begun, command: RecordPlacementPlan) -> Sequence[PlanEvent]:
    require_known_by(command.known_from, command.on)
    plan = placement.particulars.plan
    return [
        PlacementPlanPrepared(
            version=plan.version + 1 if plan else 1,
            on=command.on,
            document_id=command.document_id,
            by=command.by,
        )
    ]


def sign(placement: ToCome | Begun, command: RecordPlanSigned) -> Sequence[PlanEvent]:
    plan = placement.particulars.plan
    if plan is None:
        raise WrongState("No plan has been prepared that could be signed.")
    if plan.signed:
        raise WrongState("The newest plan has been signed already.")
    if before(command.on, plan.prepared_on):
        raise EffectiveBeforeStream("This is dated before the plan was prepared.")
    require_details(signatory=command.signatory)
    return [
        PlacementPlanSigned(
            version=plan.version,
            on=command.on,
            signatory=command.signatory,
            as_=appropriate_person(placement.particulars.arrangement.provision),
            by=command.by,
        )
    ]
