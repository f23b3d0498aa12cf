"""How a provider was seen, from when until when; and what had been told of it by a day."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from domain.quality.events import (
    ActionAgreed,
    ActionDone,
    MonitoringBegun,
    QualityEvent,
    StatusDecided,
)
from domain.quality.vocabulary import Code, Status
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day


class StatusPeriod(Period):
    status: Status
    reasons: tuple[Code, ...]


def chronology(history: Iterable[Recorded[QualityEvent]]) -> Sequence[StatusPeriod]:
    """Each status until the next begins. One that a later word overtook never came."""
    line: list[StatusPeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        if isinstance(event := recorded.event, StatusDecided):
            kept = [each for each in line if begins(each.since) < begins(event.from_)]
            if kept:
                ended = {"until": event.from_, "ended_by": recorded.event_id}
                kept[-1] = kept[-1].model_copy(update=ended)
            new = StatusPeriod(
                since=event.from_,
                source=recorded.event_id,
                status=event.status,
                reasons=event.reasons,
            )
            line = [*kept, new]
    return line


def told_by(
    day: date, history: Iterable[Recorded[QualityEvent]]
) -> Sequence[Recorded[QualityEvent]]:
    """What had come by a day; a step of a visit or action no sooner than those before it."""
    came: dict[UUID | None, date] = {}
    found = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        key = _about(recorded.event)
        own = london_day(recorded.effective_at)
        came[key] = own if key is None else max(own, came.get(key, own))
        if isinstance(recorded.event, MonitoringBegun) or came[key] <= day:
            found.append(recorded)
    return found


def _about(event: QualityEvent) -> UUID | None:
    """The visit or action that a step is of; a status is of none."""
    match event:
        case MonitoringBegun() | StatusDecided():
            return None
        case ActionAgreed(action_id=key) | ActionDone(action_id=key):
            return key
        case _:
            return event.engagement_id
