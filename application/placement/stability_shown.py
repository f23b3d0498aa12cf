"""What is shown of a placement that shook or broke down: what changed, and who met about it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from domain.placement import PlacementEvent
from domain.placement.events import (
    DisruptionMeetingHeld,
    SignificantChangeReported,
    StabilityMeetingHeld,
)
from domain.placement.stability import ToldBy
from domain.shared.envelope import Recorded
from domain.shared.moments import When
from domain.shared.personal import Erased

Words = str | Erased | None
"""None also for who reads no narrative."""


@dataclass(frozen=True, kw_only=True)
class ShownChange:
    event_id: UUID
    on: When
    kind: str
    told_by: ToldBy
    text: Words


@dataclass(frozen=True, kw_only=True)
class ShownMeeting:
    """A stability meeting has a plan, a disruption meeting findings and learning."""

    event_id: UUID
    on: When
    attendees: tuple[str, ...]
    childs_views: Words
    plan: Words = None
    findings: Words = None
    learning: Words = None


@dataclass(frozen=True, kw_only=True)
class ShownStability:
    changes: tuple[ShownChange, ...]
    stability_meetings: tuple[ShownMeeting, ...]
    disruption_meetings: tuple[ShownMeeting, ...]


def stability_shown(known: Sequence[Recorded[PlacementEvent]]) -> ShownStability:
    changes, stability, disruption = list[ShownChange](), list[ShownMeeting](), list[ShownMeeting]()
    for recorded in known:
        match recorded.event:
            case SignificantChangeReported() as told:
                said = told.model_dump(exclude={"by"})
                changes.append(ShownChange(event_id=recorded.event_id, **said))
            case StabilityMeetingHeld() as held:
                said = held.model_dump(exclude={"by"})
                stability.append(ShownMeeting(event_id=recorded.event_id, **said))
            case DisruptionMeetingHeld() as held:
                said = held.model_dump(exclude={"by"})
                disruption.append(ShownMeeting(event_id=recorded.event_id, **said))
            case _:
                pass
    return ShownStability(
        changes=tuple(changes),
        stability_meetings=tuple(stability),
        disruption_meetings=tuple(disruption),
    )


def without_words(shown: ShownStability) -> ShownStability:
    """When, who and of which kind, and no word about the child."""
    return ShownStability(
        changes=tuple(replace(each, text=None) for each in shown.changes),
        stability_meetings=tuple(_silent(each) for each in shown.stability_meetings),
        disruption_meetings=tuple(_silent(each) for each in shown.disruption_meetings),
    )


def _silent(meeting: ShownMeeting) -> ShownMeeting:
    return replace(meeting, childs_views=None, plan=None, findings=None, learning=None)
