"""The words and values in which a notice and an ending are told."""

from datetime import date
from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.moments import When


class Instigator(StrEnum):
    """On whose initiative a placement ended."""

    CHILD = "child"
    PROVIDER = "provider"
    COUNCIL = "council"
    OTHER = "other"


class ImmediateGround(StrEnum):
    """Why a placement may be ended at once, with no review and no notice before (6-24)."""

    HARM_TO_CHILD = "harm_to_child"
    INJURY_TO_OTHERS = "injury_to_others"
    SETTING_CLOSED = "setting_closed"


class PlanSource(StrEnum):
    """What said beforehand that the placement would end."""

    CARE_PLAN = "care_plan"
    PATHWAY_PLAN = "pathway_plan"
    REVIEW = "review"


class PlanEvidence(Value):
    """The plan or review that had the end in it, and when it was made or held."""

    source: PlanSource
    on: When


class PlannedBasis(StrEnum):
    """Why an end counts as planned or unplanned."""

    EXPECTED_END_REACHED = "expected_end_reached"
    IN_PLAN = "in_plan"
    AGREED_AT_REVIEW = "agreed_at_review"
    NO_EVIDENCE = "no_evidence"
    OVERRIDDEN = "overridden"


class PlannedOverride(Value):
    """A person's own judgement against the evidence, with their reason (6-26)."""

    planned: bool
    reason: str


class NoticeOutcome(StrEnum):
    """When the child left, against the day on which notice ran out."""

    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"


class NoticeTerms(StrEnum):
    """Whether the contract has a rule for a provider's notice (R-16)."""

    UNSET = "unset"
    CONTRACT = "contract"


class EndSaid(Value):
    """An end as it is told: when and why the child left, on whose initiative, and what it is.

    `notice_outcome` is empty where no notice had been given with an end.
    """

    at: When
    reason: str
    national_reason: str | None
    instigator: Instigator
    destination: str | None
    planned: bool
    planned_basis: PlannedBasis
    plan: PlanEvidence | None
    notice_outcome: NoticeOutcome | None
    immediate_risk: bool = False


class StatutoryReview(Value):
    """A looked-after child's statutory review: held already, or only scheduled."""

    on: date
    held: bool
