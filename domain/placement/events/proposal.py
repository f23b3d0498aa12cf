"""What can happen while a placement is being put together."""

from datetime import date
from typing import ClassVar

from domain.placement.arrangement import Arrangement
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import PlacementId, SettingId, Subject


class PlacementProposed(Event, Arrangement):
    """A placement was put forward. `age_in_years` is the child's on the day it would start.

    What was looked for in an `emergency` needs nobody to meet first (2.2, "emergency path").
    `approval_needed` is whose word a home there needs on that day; none of before it was asked.
    """

    stored_as: ClassVar[str] = "placement.proposed.v1"

    starts_on: date
    age_in_years: int
    by: Subject
    emergency: bool = False
    approval_needed: ApprovalNeeded | None = None


YOUNG_PERSON = "young_person"


class ProviderMeetingHeld(Event):
    """The young person met the provider, if `young_person` is among the roles that came."""

    stored_as: ClassVar[str] = "placement.provider_meeting_held.v1"

    on: When
    attendees: tuple[str, ...]
    childs_views: Sealed[str | None]

    def effective(self) -> When:
        return self.on

    def is_of_both(self) -> bool:
        return YOUNG_PERSON in self.attendees


class IntroductoryVisitHeld(Event):
    """The young person visited the home before moving in."""

    stored_as: ClassVar[str] = "placement.introductory_visit_held.v1"

    on: When
    childs_views: Sealed[str | None]

    def effective(self) -> When:
        return self.on


class PlacementNotStarted(Event):
    """The placement was called off; what was kept for it at the setting is free again."""

    stored_as: ClassVar[str] = "placement.not_started.v1"

    placement_id: PlacementId
    setting_id: SettingId
    reason: str
