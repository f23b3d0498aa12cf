"""What can happen in the monitoring of a provider."""

from datetime import date
from typing import ClassVar

from domain.quality.vocabulary import (
    ActionId,
    ActionKind,
    Code,
    EngagementId,
    EngagementKind,
    Status,
)
from domain.shared.doers import Doer
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import PlacementId, ProviderId, SettingId, Subject


class MonitoringBegun(Event):
    """The first time that anything of this is done with a provider: months count from here."""

    stored_as: ClassVar[str] = "quality.monitoring_begun.v1"

    provider_id: ProviderId
    by: Subject


class EngagementPlanned(Event):
    """A visit or meeting is to be on a day; of a home, or about a placement, where it is."""

    stored_as: ClassVar[str] = "quality.engagement_planned.v1"

    engagement_id: EngagementId
    kind: EngagementKind
    on: date
    setting_id: SettingId | None
    placement_id: PlacementId | None
    by: Subject


class EngagementHeld(Event):
    """It was held: what was found, in codes to be counted and in words."""

    stored_as: ClassVar[str] = "quality.engagement_held.v1"

    engagement_id: EngagementId
    kind: EngagementKind
    on: date
    setting_id: SettingId | None
    placement_id: PlacementId | None
    findings: tuple[Code, ...]
    text: Sealed[str] | None
    by: Subject

    def effective(self) -> date:
        return self.on


class EngagementClosed(Event):
    """Nothing is left to be done of it."""

    stored_as: ClassVar[str] = "quality.engagement_closed.v1"

    engagement_id: EngagementId
    by: Subject


class EngagementCalledOff(Event):
    """It was planned and did not come."""

    stored_as: ClassVar[str] = "quality.engagement_called_off.v1"

    engagement_id: EngagementId
    reason: Code
    by: Subject


class ActionAgreed(Event):
    """Something is to be done, or told, by a day."""

    stored_as: ClassVar[str] = "quality.action_agreed.v1"

    action_id: ActionId
    engagement_id: EngagementId | None
    kind: ActionKind
    code: Code
    doer: Doer
    due: date
    by: Subject


class ActionDone(Event):
    """It was done or told; `evidence` is how that was seen."""

    stored_as: ClassVar[str] = "quality.action_done.v1"

    action_id: ActionId
    on: date
    evidence: Code
    by: Subject

    def effective(self) -> date:
        return self.on


class StatusDecided(Event):
    """Somebody decided how the provider is seen from a day on, and why."""

    stored_as: ClassVar[str] = "quality.status_decided.v1"

    status: Status
    reasons: tuple[Code, ...]
    from_: date
    review_on: date | None
    text: Sealed[str] | None
    by: Subject

    def effective(self) -> date:
        return self.from_


QualityEvent = (
    MonitoringBegun
    | EngagementPlanned
    | EngagementHeld
    | EngagementClosed
    | EngagementCalledOff
    | ActionAgreed
    | ActionDone
    | StatusDecided
)
