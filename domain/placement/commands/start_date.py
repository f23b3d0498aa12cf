"""What can be asked about a start that was agreed."""

from domain.placement.entry import Entry
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ChangeStartDate(Command, Entry):
    """Agree on another time for the child to move in, and say why."""

    starts_at: When
    reason: str
    by: Subject
