"""What can be asked about the plan for living there."""

from datetime import date
from uuid import UUID

from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordPlacementPlan(Command):
    """Record that the plan was prepared, before the child moves in or after."""

    on: When
    document_id: UUID | None
    by: Subject
    known_from: date | None = None


class RecordPlanSigned(Command):
    """Record that the appropriate person agreed to the newest plan, and signed it."""

    on: When
    signatory: str
    by: Subject


PlanCommand = RecordPlacementPlan | RecordPlanSigned
