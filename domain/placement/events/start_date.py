"""What can happen to a start that was agreed, before the child moves in."""

from typing import ClassVar

from domain.placement.arrangement import FundingAuthorisation
from domain.placement.schooling import KeyStage4
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class StartDateChanged(Event):
    """The child is to move in at another time than was agreed; either may lie ahead.

    `funding` is what carries the new time, none where an officer's word still stands for it.
    """

    stored_as: ClassVar[str] = "placement.start_date_changed.v1"

    was: When
    starts_at: When
    reason: Sealed[str]
    funding: FundingAuthorisation | None
    key_stage_4: KeyStage4 | None
    by: Subject
