"""What can happen about the start."""

from typing import ClassVar

from domain.placement.arrangement import Arrangement, FundingAuthorisation
from domain.placement.schooling import KeyStage4
from domain.placement.unlisted import Unlisted
from domain.shared.breaches import Breach
from domain.shared.geography import ApprovalNeeded
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import EventId, PlacementId, Subject


class StartAgreed(Event):
    """The day the child moves in was agreed. It may lie ahead, so it is no business time."""

    stored_as: ClassVar[str] = "placement.start_agreed.v1"

    starts_at: When
    funding: FundingAuthorisation | None
    verbal_authority: VerbalAuthority | None
    exception_reason: str | None
    by: Subject
    key_stage_4: KeyStage4 | None = None


class PlacementStarted(Event, Arrangement):
    """The child moved in, with every rule that this broke.

    `max_nights` are all that the lot allows, where it allows only so many (C-NIGHTS-7), and
    `ends_before_age` the birthday before which a placement in it has to be over (R-02).
    `unlisted` is where, of a home that no register knows; its `setting_id` names it alone (R-124).
    `approval_needed` is whose word the home needed where it lies; none where it was not asked.
    `by` recorded it, and put the child there where nobody had proposed it. `in_place_of` is the
    placement under which it had been recorded for the wrong child (6-03).
    """

    stored_as: ClassVar[str] = "placement.started.v1"
    milestone: ClassVar[Milestone | None] = Milestone.PLACED

    at: When
    age_in_years: int
    national_code: str | None
    reserved: bool
    other_open_placements: tuple[PlacementId, ...]
    verbal_authority: VerbalAuthority | None
    decided_elsewhere: bool
    max_nights: int | None = None
    approval_needed: ApprovalNeeded | None = None
    key_stage_4: KeyStage4 | None = None
    unlisted: Unlisted | None = None
    by: Subject | None = None
    in_place_of: PlacementId | None = None
    ends_before_age: int | None = None
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at


class StartCorrected(Event):
    """The child moved in at another time than was recorded (6-02); `was` is the old one."""

    stored_as: ClassVar[str] = "placement.start_corrected.v1"

    corrects: EventId
    was: When
    at: When
    reason: Sealed[str]
    approved_by: Subject
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at
