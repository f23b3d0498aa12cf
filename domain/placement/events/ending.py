"""What can happen at the end."""

from typing import ClassVar

from domain.placement.endings import (
    EndSaid,
    ImmediateGround,
    Instigator,
    NoticeOutcome,
    PlanEvidence,
    PlannedBasis,
)
from domain.shared.breaches import Breach
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import PlacementId, SettingId, Subject


class PlacementEnded(Event):
    """The child left. `planned` is derived from the evidence, unless someone overrode it.

    `notice_outcome` is empty where no notice had been given with an end. `immediate_risk` is
    whether it was recorded as an end for immediate risk; of older ends that was not kept.
    """

    stored_as: ClassVar[str] = "placement.ended.v1"
    milestone: ClassVar[Milestone | None] = Milestone.ENDED

    placement_id: PlacementId
    setting_id: SettingId
    at: When
    reason: str
    national_reason: str | None
    instigator: Instigator
    destination: str | None
    planned: bool
    planned_basis: PlannedBasis
    plan: PlanEvidence | None
    override_reason: Sealed[str | None]
    notice_outcome: NoticeOutcome | None
    immediate_risk: bool = False
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at

    @property
    def said(self) -> EndSaid:
        """What is told of the end, and may be told otherwise later."""
        return EndSaid(**{name: getattr(self, name) for name in EndSaid.model_fields})


class ImmediateTermination(Event):
    """An officer ended the placement at once (SI 2010/959, reg. 14): `PlacementEnded` follows it.

    Where the child had been moved already it stands before: the officer owns to it.

    `accommodation` is what was arranged for the child that night, none where nothing was yet;
    the IRO is told as soon as reasonably practicable, `iro_informed` says whether that was done.
    """

    stored_as: ClassVar[str] = "placement.immediate_termination.v1"

    at: When
    ground: ImmediateGround
    reason: Sealed[str]
    accommodation: Sealed[str | None]
    iro_informed: bool
    looked_after: bool
    by: Subject

    def effective(self) -> When:
        return self.at
