"""The steps of monitoring. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.quality import commands as ask
from domain.quality import events as came
from domain.quality.commands import QualityCommand
from domain.quality.events import QualityEvent
from domain.quality.rules import (
    require_engagement,
    require_held,
    require_holdable,
    require_home,
    require_nothing_left,
    require_open,
    require_reasons,
)
from domain.quality.state import Monitored, NotMonitored, Quality
from domain.quality.vocabulary import EngagementStage


def decide(quality: Quality, command: QualityCommand) -> Sequence[QualityEvent]:
    """Turn a command into the events it causes, or refuse it. The first begins the monitoring."""
    if isinstance(quality, NotMonitored):
        begun = came.MonitoringBegun(provider_id=command.provider_id, by=command.by)
        return [begun, *decide_monitored(Monitored(), command)]
    return decide_monitored(quality, command)


def decide_monitored(quality: Monitored, command: QualityCommand) -> Sequence[QualityEvent]:
    told = command.model_dump(exclude={"provider_id"})
    match command:
        case ask.PlanEngagement():
            require_home(command.kind, command.setting_id)
            return [came.EngagementPlanned(**told)]
        case ask.HoldEngagement():
            require_home(command.kind, command.setting_id)
            require_holdable(quality, command)
            return [came.EngagementHeld(**told)]
        case ask.CloseEngagement(engagement_id=key):
            require_engagement(quality, key, EngagementStage.HELD)
            require_nothing_left(quality, key)
            return [came.EngagementClosed(**told)]
        case ask.CallOffEngagement(engagement_id=key):
            require_engagement(quality, key, EngagementStage.PLANNED)
            return [came.EngagementCalledOff(**told)]
        case ask.AgreeAction():
            require_held(quality, command)
            return [came.ActionAgreed(**told)]
        case ask.FinishAction(action_id=action_id):
            require_open(quality, action_id)
            return [came.ActionDone(**told)]
        case ask.DecideStatus():
            require_reasons(command)
            return [came.StatusDecided(**told)]
