"""What the monitoring of a provider must remember in order to decide."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from domain.quality import events as came
from domain.quality.events import QualityEvent
from domain.quality.vocabulary import ActionId, EngagementId, EngagementStage
from domain.shared.errors import CorruptHistory

Known = came.EngagementPlanned | came.EngagementHeld


@dataclass(frozen=True)
class Engagement:
    """As it was planned, or held."""

    known: Known
    stage: EngagementStage


@dataclass(frozen=True)
class Action:
    agreed: came.ActionAgreed
    done: came.ActionDone | None = None


@dataclass(frozen=True)
class NotMonitored:
    """Nothing was ever done with this provider."""


@dataclass(frozen=True)
class Monitored:
    """Engagements and actions by their ids; every status that was decided, in this order."""

    engagements: Mapping[EngagementId, Engagement] = field(default_factory=dict)
    actions: Mapping[ActionId, Action] = field(default_factory=dict)
    statuses: tuple[came.StatusDecided, ...] = ()

    def open_actions(self, of: EngagementId | None = None) -> tuple[Action, ...]:
        """Those that are not done; of one engagement, if one is named."""
        found = (each for each in self.actions.values() if each.done is None)
        return tuple(e for e in found if of is None or e.agreed.engagement_id == of)


Quality = NotMonitored | Monitored


def status_on(quality: Quality, day: date) -> came.StatusDecided | None:
    """What was decided last of what holds on a day; none while nothing was."""
    decided = quality.statuses if isinstance(quality, Monitored) else ()
    held = [each for each in decided if each.from_ <= day]
    return max(enumerate(held), key=lambda n: (n[1].from_, n[0]))[1] if held else None


def evolve(quality: Quality, event: QualityEvent) -> Quality:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match quality, event:
        case NotMonitored(), came.MonitoringBegun():
            return Monitored()
        case Monitored(), came.EngagementPlanned():
            return _with(quality, Engagement(event, EngagementStage.PLANNED))
        case Monitored(), came.EngagementHeld():
            return _with(quality, Engagement(event, EngagementStage.HELD))
        case Monitored(engagements), came.EngagementClosed(engagement_id=key):
            return _with(quality, replace(engagements[key], stage=EngagementStage.CLOSED))
        case Monitored(engagements), came.EngagementCalledOff(engagement_id=key):
            return _with(quality, replace(engagements[key], stage=EngagementStage.CALLED_OFF))
        case Monitored(actions=actions), came.ActionAgreed(action_id=action_id):
            return replace(quality, actions={**actions, action_id: Action(event)})
        case Monitored(actions=actions), came.ActionDone(action_id=action_id):
            done = replace(actions[action_id], done=event)
            return replace(quality, actions={**actions, action_id: done})
        case Monitored(statuses=statuses), came.StatusDecided():
            return replace(quality, statuses=(*statuses, event))
        case _:
            raise CorruptHistory(quality, event)


def _with(quality: Monitored, engagement: Engagement) -> Monitored:
    key = engagement.known.engagement_id
    return replace(quality, engagements={**quality.engagements, key: engagement})
