"""What can be asked in the monitoring of a provider. Each names it, for the first one begins it."""

from datetime import date

from domain.quality.vocabulary import (
    ActionId,
    ActionKind,
    Code,
    EngagementId,
    EngagementKind,
    Status,
)
from domain.shared.doers import Doer
from domain.shared.messages import Command
from domain.shared.vocabulary import PlacementId, ProviderId, SettingId, Subject


class OfProvider(Command):
    provider_id: ProviderId
    by: Subject


class PlanEngagement(OfProvider):
    engagement_id: EngagementId
    kind: EngagementKind
    on: date
    setting_id: SettingId | None
    placement_id: PlacementId | None


class HoldEngagement(OfProvider):
    """Record that it was held, planned or not."""

    engagement_id: EngagementId
    kind: EngagementKind
    on: date
    setting_id: SettingId | None
    placement_id: PlacementId | None
    findings: tuple[Code, ...]
    text: str | None


class CloseEngagement(OfProvider):
    """Say that nothing of it is left to be done."""

    engagement_id: EngagementId


class CallOffEngagement(OfProvider):
    engagement_id: EngagementId
    reason: Code


class AgreeAction(OfProvider):
    """Agree what is to be done, or ask to be told, by a day."""

    action_id: ActionId
    engagement_id: EngagementId | None
    kind: ActionKind
    code: Code
    doer: Doer
    due: date


class FinishAction(OfProvider):
    action_id: ActionId
    on: date
    evidence: Code


class DecideStatus(OfProvider):
    """Decide how the provider is seen from a day on."""

    status: Status
    reasons: tuple[Code, ...]
    from_: date
    review_on: date | None
    text: str | None


QualityCommand = (
    PlanEngagement
    | HoldEngagement
    | CloseEngagement
    | CallOffEngagement
    | AgreeAction
    | FinishAction
    | DecideStatus
)
