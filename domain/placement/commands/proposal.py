"""What can be asked while a placement is being put together."""

from datetime import date

from domain.placement.arrangement import Arrangement
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ProposePlacement(Command, Arrangement):
    """Put a placement forward, from a preferred offer or an in-house match."""

    starts_on: date
    born_on: date
    in_area_to_avoid: bool = False
    emergency: bool = False
    approval_needed: ApprovalNeeded | None = None
    by: Subject


class RecordProviderMeeting(Command):
    """Record that the young person met the provider; `attendees` are roles."""

    on: When
    attendees: tuple[str, ...]
    childs_views: str | None = None


class RecordIntroductoryVisit(Command):
    """Record that the young person visited the home."""

    on: When
    childs_views: str | None = None


class CancelPlacement(Command):
    """Call a placement off before it starts; `reason` is a code."""

    reason: str


ProposalCommand = ProposePlacement | CancelPlacement
IntroductionCommand = RecordProviderMeeting | RecordIntroductoryVisit
