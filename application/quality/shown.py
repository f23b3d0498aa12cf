"""What is shown of visits, meetings and actions."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.quality.events import EngagementHeld
from domain.quality.state import Engagement, Monitored
from domain.quality.vocabulary import (
    ActionId,
    ActionKind,
    Code,
    EngagementId,
    EngagementKind,
    EngagementStage,
)
from domain.shared.doers import Doer
from domain.shared.personal import Erased
from domain.shared.vocabulary import PlacementId, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEngagement:
    """A visit or meeting; `on` is the day on which it is to be, or was."""

    engagement_id: EngagementId
    kind: EngagementKind
    stage: EngagementStage
    on: date
    setting_id: SettingId | None
    placement_id: PlacementId | None
    findings: Sequence[Code]
    text: str | Erased | None
    open_actions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAction:
    """What is to be done or told. `overdue` is whether its day has gone by without it."""

    action_id: ActionId
    engagement_id: EngagementId | None
    kind: ActionKind
    code: Code
    doer: Doer
    due: date
    done_on: date | None
    evidence: Code | None
    overdue: bool


def engagements(monitored: Monitored) -> Sequence[ShownEngagement]:
    found = [_engagement(monitored, each) for each in monitored.engagements.values()]
    return sorted(found, key=lambda each: each.on)


def _engagement(monitored: Monitored, engagement: Engagement) -> ShownEngagement:
    known = engagement.known
    held = known if isinstance(known, EngagementHeld) else None
    return ShownEngagement(
        engagement_id=known.engagement_id,
        kind=known.kind,
        stage=engagement.stage,
        on=known.on,
        setting_id=known.setting_id,
        placement_id=known.placement_id,
        findings=held.findings if held else (),
        text=held.text if held else None,
        open_actions=len(monitored.open_actions(known.engagement_id)),
    )


def actions(monitored: Monitored, day: date) -> Sequence[ShownAction]:
    return [
        ShownAction(
            action_id=action_id,
            engagement_id=each.agreed.engagement_id,
            kind=each.agreed.kind,
            code=each.agreed.code,
            doer=each.agreed.doer,
            due=each.agreed.due,
            done_on=each.done.on if each.done else None,
            evidence=each.done.evidence if each.done else None,
            overdue=each.done is None and each.agreed.due < day,
        )
        for action_id, each in monitored.actions.items()
    ]
