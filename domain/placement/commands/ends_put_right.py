"""What can be asked about the record of an end."""

from domain.placement.commands.ending import RecordEnd
from domain.shared.messages import Command
from domain.shared.vocabulary import EventId, PlacementId, Subject


class CorrectEnd(Command):
    """Say how the child really left; `corrects` is the end or its last correction.

    `other_placements` are those in which the child lived on nights that fall to this one by it.
    """

    corrects: EventId
    now: RecordEnd
    reason: str
    approved_by: Subject
    by: Subject
    other_placements: tuple[PlacementId, ...] = ()


class VoidEnd(Command):
    """Say that the child never left; `corrects` is the end or its last correction.

    `other_placements` are those in which the child lived, or lives, on a night since.
    """

    corrects: EventId
    reason: str
    approved_by: Subject
    by: Subject
    other_placements: tuple[PlacementId, ...] = ()


EndWordCommand = CorrectEnd | VoidEnd
