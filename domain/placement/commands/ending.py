"""What can be asked about the end."""

from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    PlanEvidence,
    PlannedOverride,
    StatutoryReview,
)
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordEnd(Command):
    """Record that the child left.

    `reason` and `destination` are local codes; `national_reason` is the return's. `plan`
    is the evidence that the end was foreseen; `override` a person's judgement against it.
    `by_officer` says that one who may end a placement at once does (R-150).
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
    by_officer: bool = False


class EndImmediately(Command):
    """End the placement at once, by an officer who may.

    `home_shut` says whether by its register the home was closed, or lapsed, on that day.
    """

    at: When
    ground: ImmediateGround
    reason: str
    national_reason: str | None
    destination: str | None
    accommodation: str | None
    iro_informed: bool
    looked_after: bool
    home_shut: bool
    by: Subject


EndingCommand = RecordEnd | EndImmediately
