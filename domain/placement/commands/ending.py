"""What can be asked about the end."""

from domain.placement.endings import (
    Instigator,
    PlanEvidence,
    PlannedOverride,
    StatutoryReview,
)
from domain.shared.messages import Command
from domain.shared.moments import When


class RecordEnd(Command):
    """Record that the child left.

    `reason` and `destination` are local codes; `national_reason` is the return's. `plan`
    is the evidence that the end was foreseen; `override` a person's judgement against it.
    """

    at: When
    reason: str
    national_reason: str | None = None
    instigator: Instigator
    destination: str | None = None
    plan: PlanEvidence | None = None
    override: PlannedOverride | None = None
    looked_after: bool
    statutory_review: StatutoryReview | None = None
    immediate_risk: bool = False
