"""What can happen about the plan for living there."""

from typing import ClassVar
from uuid import UUID

from domain.placement.planning import AppropriatePerson
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class PlacementPlanPrepared(Event):
    """The plan was prepared; `version` counts from one. What was signed before was another."""

    stored_as: ClassVar[str] = "placement.plan_prepared.v1"

    version: int
    on: When
    document_id: UUID | None
    by: Subject

    def effective(self) -> When:
        return self.on


class PlacementPlanSigned(Event):
    """The appropriate person agreed to a version of the plan, and signed it."""

    stored_as: ClassVar[str] = "placement.plan_signed.v1"

    version: int
    on: When
    signatory: Sealed[str]
    as_: AppropriatePerson
    by: Subject

    def effective(self) -> When:
        return self.on


PlanEvent = PlacementPlanPrepared | PlacementPlanSigned
