"""What can be said of a clock. Nothing in these is personal.

Opening, moving and reopening take effect when they are recorded: an anchor may lie ahead
(three months before a birthday), and is a field. Closing took effect when it happened.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar
from uuid import UUID

from pydantic import AwareDatetime

from domain.shared.clocks import ClockCode
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import EventId


class WhyMoved(StrEnum):
    """What made a deadline other than it was."""

    ANCHOR_CORRECTED = "anchor_corrected"
    PAUSED = "paused"
    REFERENCE_AMENDED = "reference_amended"
    AGREED = "agreed"


class WhyStopped(StrEnum):
    """Whether an event of its owner `ended` it, or it was `withdrawn`.

    It is withdrawn when nothing opens it any more, because its anchor was voided, or when
    whether it was met can no longer be known.
    """

    ENDED = "ended"
    WITHDRAWN = "withdrawn"


class ClockOpened(Event):
    """A deadline runs from `anchored_at`. It is due at `due`; the day to plan by is for people."""

    stored_as: ClassVar[str] = "clock.opened.v1"

    key: str
    code: ClockCode
    anchor: UUID
    anchored_at: When
    due: AwareDatetime
    plan_by: date | None
    because: EventId
    paused_until: AwareDatetime | None = None


class ClockDueMoved(Event):
    """The deadline was computed afresh, and why (R12).

    When the anchor was corrected within its day, old and new due are the same instant. A clock
    that stands still stands until `paused_until`; none means that it never stood still.
    """

    stored_as: ClassVar[str] = "clock.due_moved.v1"

    key: str
    anchor: UUID
    anchored_at: When
    old_due: AwareDatetime
    new_due: AwareDatetime
    plan_by: date | None
    why: WhyMoved
    because: EventId
    paused_until: AwareDatetime | None = None


class ClockMet(Event):
    """What was due was done, in time or late. Said again when a correction changes when."""

    stored_as: ClassVar[str] = "clock.met.v1"

    key: str
    closed_by: UUID
    closed_at: When
    because: EventId

    def effective(self) -> When:
        return self.closed_at


class ClockStopped(Event):
    """The clock no longer runs, though what was due was not done.

    `closed_by` and `closed_at` are given when it `ended`, and not when it was `withdrawn`.
    """

    stored_as: ClassVar[str] = "clock.stopped.v1"

    key: str
    why: WhyStopped
    closed_by: UUID | None = None
    closed_at: When | None = None
    because: EventId

    def effective(self) -> When | None:
        return self.closed_at


class ClockReopened(Event):
    """A correction took back what had closed it: it runs again, from its own anchor (2.3)."""

    stored_as: ClassVar[str] = "clock.reopened.v1"

    key: str
    because: EventId


class ClockBreached(Event):
    """The clock ran out at `due`, as was known at `known_at` (R10).

    `closed_at` is when it was closed late, if it had been by then. What was noted stays,
    even when a backdated fact then shows that it had been met: that is what was known.
    """

    stored_as: ClassVar[str] = "clock.breached.v1"

    key: str
    code: ClockCode
    due: AwareDatetime
    known_at: AwareDatetime
    closed_at: When | None = None

    def effective(self) -> When:
        return self.due


class TimerRanOut(Event):
    """A clock that nobody has to meet came to its end: what follows is the service's to do."""

    stored_as: ClassVar[str] = "clock.timer_ran_out.v1"

    key: str
    code: ClockCode
    due: AwareDatetime
    known_at: AwareDatetime

    def effective(self) -> When:
        return self.due


ClockEvent = (
    ClockOpened
    | ClockDueMoved
    | ClockMet
    | ClockStopped
    | ClockReopened
    | ClockBreached
    | TimerRanOut
)

ENDS: tuple[type[ClockBreached], type[TimerRanOut]] = (ClockBreached, TimerRanOut)
"""What is said when a clock has come to its end, once for each due instant."""
