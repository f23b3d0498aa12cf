"""What can happen when a placement shakes, and when it has broken down (docs/domain/02, 2.4)."""

from typing import ClassVar

from domain.placement.stability import ToldBy
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class SignificantChangeReported(Event):
    """Something changed that the package must be reviewed for, or the young person asks for it.

    `kind` is a local code, `told_by` who said so.
    """

    stored_as: ClassVar[str] = "placement.significant_change_reported.v1"

    on: When
    kind: str
    told_by: ToldBy
    text: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


class StabilityMeetingHeld(Event):
    """Those around the child met so that the placement holds. `plan` is what they agreed."""

    stored_as: ClassVar[str] = "placement.stability_meeting_held.v1"

    on: When
    attendees: tuple[str, ...]
    childs_views: Sealed[str | None]
    plan: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on


class DisruptionMeetingHeld(Event):
    """Those who were around the child met after it had left: why, and what is learned."""

    stored_as: ClassVar[str] = "placement.disruption_meeting_held.v1"

    on: When
    attendees: tuple[str, ...]
    childs_views: Sealed[str | None]
    findings: Sealed[str]
    learning: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on


StabilityEvent = SignificantChangeReported | StabilityMeetingHeld | DisruptionMeetingHeld
