"""What can happen at the end."""

from typing import ClassVar

from domain.placement.endings import Instigator, NoticeOutcome, PlanEvidence, PlannedBasis
from domain.shared.breaches import Breach
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import PlacementId, SettingId


class PlacementEnded(Event):
    """The child left. `planned` is derived from the evidence, unless someone overrode it.

    `notice_outcome` is empty where no notice had been given with an end.
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
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at
