"""What can be asked when a child is away for a while."""

from datetime import date

from domain.placement.absences import AbsenceKind
from domain.placement.stability import ToldBy
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordTemporaryAbsence(Command):
    """Record that the child is away for a while, of which kind, and until when if that is known.

    Custody names who decided that the place is held open.
    """

    kind: AbsenceKind
    since: When
    expected_back: date | None = None
    told_by: ToldBy
    where: str | None = None
    held_open_by: Subject | None = None
    by: Subject


class RecordBack(Command):
    """Record that the child is back from a temporary absence."""

    at: When
    told_by: ToldBy
    by: Subject


AbsenceCommand = RecordTemporaryAbsence | RecordBack
