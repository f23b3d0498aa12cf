"""What is asked about brothers and sisters beyond what is asked about a child."""

from domain.referral.events.siblings import Parted
from domain.referral.spoken import Heard
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, PlacementId, Subject


class ApproveSiblingSplit(Command):
    """Let these children live apart from the others, each for its reason.

    `spoken` is when the manager said so, where somebody else writes it down in an emergency.
    """

    parted: tuple[Parted, ...]
    by: Subject
    spoken: Heard | None = None


class RecordSiblingLeft(Command):
    """Say that one of several children left the home that this search led to, and when."""

    case_id: CaseId
    placement_id: PlacementId
    at: When
