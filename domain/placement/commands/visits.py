"""What can be asked about visits, and about how long the child is to stay."""

from domain.placement.visit import Visit
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import EventId, Subject


class RecordVisit(Command):
    """Record a visit, made or attempted, on whatever day it is written down."""

    visit: Visit
    by: Subject


class CorrectVisit(Command):
    """Say what a visit really was, or with no `now` that there was none.

    `was` is what is believed of it so far, as the handler found it by `corrects`; none where
    it was said already that there was no such visit.
    """

    corrects: EventId
    was: Visit | None
    now: Visit | None
    reason: str
    approved_by: Subject
    by: Subject


class IntendLength(Command):
    """Record whether the placement is meant to last until the child is 18 (reg. 28)."""

    until_18: bool
    on: When
    by: Subject


VisitCommand = RecordVisit | CorrectVisit | IntendLength
