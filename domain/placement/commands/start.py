"""What can be asked about the start."""

from datetime import date

from domain.placement.arrangement import Arrangement
from domain.placement.entry import Entry
from domain.placement.unlisted import Unlisted
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, PlacementId, Subject


class AgreeStart(Command, Entry):
    """Agree when the child moves in.

    `exception_reason` is the code of why a visit was not reasonably practicable.
    """

    starts_at: When
    exception_reason: str | None = None
    iro_informed: bool
    placement_plan_prepared: bool
    by: Subject


class RecordStart(Command, Entry):
    """Record that the child moved in.

    `arrangement` is where, if nothing was proposed or the child went elsewhere.
    `reserved` says whether a place was being kept,
    `over_capacity_nights` on which nights the home has too many. `decided_elsewhere` marks
    a start whose decision another system holds: the decision's own gates are not asked. A
    `verbal_authority` counts in an `emergency` only, and from another officer than `by`.
    `in_place_of` is the placement under which it was recorded for the wrong child (6-03).
    """

    at: When
    reserved: bool = False
    other_open_placements: tuple[PlacementId, ...] = ()
    over_capacity_nights: tuple[date, ...] = ()
    national_code: str | None = None
    by: Subject | None = None
    unlisted: Unlisted | None = None
    arrangement: Arrangement | None = None
    decided_elsewhere: bool = False
    in_place_of: PlacementId | None = None


class CorrectStart(Command):
    """Say when the child really moved in; `corrects` is the start or its last correction.

    `other_open_placements` are those in which the child lived on nights that it says are here.
    """

    corrects: EventId
    at: When
    reason: str
    approved_by: Subject
    by: Subject
    other_open_placements: tuple[PlacementId, ...] = ()
