"""What monitoring obeys, one function for each rule. Source: R-32, R-231; docs/domain/07, 7.8."""

from domain.quality.commands import AgreeAction, DecideStatus, HoldEngagement
from domain.quality.errors import MonitoringIncomplete
from domain.quality.state import Action, Engagement, Monitored
from domain.quality.vocabulary import ActionId, EngagementId, EngagementKind, EngagementStage
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState

OF_A_HOME = frozenset({EngagementKind.PROPERTY_CHECK})
"""What is made of a home, and says of which."""


def require_engagement(
    monitored: Monitored, key: EngagementId, stage: EngagementStage
) -> Engagement:
    """The engagement, if it stands so."""
    found = monitored.engagements.get(key)
    if found is None:
        raise NotFound("There is no such visit or meeting of this provider.")
    if found.stage is not stage:
        raise WrongState(f"It is {found.stage.value.replace('_', ' ')}.")
    return found


def require_holdable(monitored: Monitored, command: HoldEngagement) -> None:
    """One that was planned is held once, and as what it was planned; a new one may be held."""
    if command.engagement_id in monitored.engagements:
        planned = require_engagement(monitored, command.engagement_id, EngagementStage.PLANNED)
        if planned.known.kind is not command.kind:
            raise WrongState(f"It was planned as {planned.known.kind.value.replace('_', ' ')}.")


def require_home(kind: EngagementKind, setting_id: object) -> None:
    if kind in OF_A_HOME and setting_id is None:
        raise MonitoringIncomplete(["setting_id"])


def require_nothing_left(monitored: Monitored, key: EngagementId) -> None:
    if monitored.open_actions(key):
        raise MonitoringIncomplete(["actions"])


def require_held(monitored: Monitored, command: AgreeAction) -> None:
    """What is agreed at a visit or meeting is agreed once it is held."""
    if command.engagement_id is not None:
        require_engagement(monitored, command.engagement_id, EngagementStage.HELD)


def require_open(monitored: Monitored, key: ActionId) -> Action:
    found = monitored.actions.get(key)
    if found is None or found.done is not None:
        raise NotFound("There is no such action to be done.")
    return found


def require_reasons(command: DecideStatus) -> None:
    """Every colour has its reasons; one that is not green is looked at again on a day (R-231)."""
    there = {
        "reasons": bool(command.reasons),
        "review_on": command.status == "green" or command.review_on is not None,
    }
    if missing := [name for name, is_there in there.items() if not is_there]:
        raise MonitoringIncomplete(missing)
    if command.review_on is not None and command.review_on <= command.from_:
        raise EffectiveBeforeStream("It would be looked at again before it began.")
