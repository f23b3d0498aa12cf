"""Introductions: facts, which may be written down late."""

from collections.abc import Sequence

from domain.placement.commands import (
    IntroductionCommand,
    RecordIntroductoryVisit,
    RecordProviderMeeting,
)
from domain.placement.events import IntroductoryVisitHeld, PlacementEvent, ProviderMeetingHeld
from domain.placement.state import Known


def decide(_: Known, command: IntroductionCommand) -> Sequence[PlacementEvent]:
    match command:
        case RecordProviderMeeting():
            return record_meeting(command)
        case RecordIntroductoryVisit():
            return record_visit(command)


def record_meeting(command: RecordProviderMeeting) -> Sequence[PlacementEvent]:
    return [
        ProviderMeetingHeld(
            on=command.on, attendees=command.attendees, childs_views=command.childs_views
        )
    ]


def record_visit(command: RecordIntroductoryVisit) -> Sequence[PlacementEvent]:
    return [IntroductoryVisitHeld(on=command.on, childs_views=command.childs_views)]
