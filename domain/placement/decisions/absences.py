"""Recording that the child is away for a while, and back. Facts: refused only if impossible."""

from collections.abc import Sequence

from domain.placement.commands.absences import AbsenceCommand, RecordBack, RecordTemporaryAbsence
from domain.placement.events.absences import (
    AbsenceEvent,
    TemporaryAbsenceEnded,
    TemporaryAbsenceStarted,
)
from domain.placement.rules.absences import (
    require_away_then,
    require_back_later,
    require_held_open,
    require_not_away_then,
)
from domain.placement.rules.stay import require_while_there
from domain.placement.state import Begun


def decide(placement: Begun, command: AbsenceCommand) -> Sequence[AbsenceEvent]:
    match command:
        case RecordTemporaryAbsence():
            return leave(placement, command)
        case RecordBack():
            return come_back(placement, command)


def leave(placement: Begun, command: RecordTemporaryAbsence) -> Sequence[AbsenceEvent]:
    """The placement stays as it is: nothing ends, stops or is paid otherwise by it."""
    require_while_there(placement, command.since)
    require_not_away_then(placement.particulars.absences, command.since)
    require_back_later(command.since, command.expected_back)
    require_held_open(command.kind, command.held_open_by, command.by)
    return [TemporaryAbsenceStarted(**dict(command))]


def come_back(placement: Begun, command: RecordBack) -> Sequence[AbsenceEvent]:
    require_while_there(placement, command.at)
    require_away_then(placement.particulars.absences, command.at)
    return [TemporaryAbsenceEnded(**dict(command))]
