"""Recording that the child was visited, or that somebody came in vain; putting it right."""

from collections.abc import Sequence

from domain.placement.commands.visits import CorrectVisit, IntendLength, RecordVisit, VisitCommand
from domain.placement.events.visits import (
    ChildVisited,
    LengthIntended,
    VisitAttempted,
    VisitCorrected,
    VisitEvent,
)
from domain.placement.rules.details import require_details
from domain.placement.rules.stay import require_while_there
from domain.placement.rules.visits import require_whole
from domain.placement.state import Begun
from domain.placement.visit import Visit
from domain.shared.errors import WrongState
from domain.shared.two_people import require_second_person


def decide(placement: Begun, command: VisitCommand) -> Sequence[VisitEvent]:
    match command:
        case RecordVisit():
            return record(placement, command)
        case CorrectVisit():
            return correct(placement, command)
        case IntendLength():
            return intend(placement, command)


def record(placement: Begun, command: RecordVisit) -> Sequence[VisitEvent]:
    """A visit may be written down after the child has left, if it was made before."""
    _require_while_there(placement, command.visit)
    if command.visit.seen:
        return [ChildVisited(visit=command.visit, by=command.by)]
    return [VisitAttempted(visit=command.visit, by=command.by)]


def correct(placement: Begun, command: CorrectVisit) -> Sequence[VisitEvent]:
    require_second_person(command.by, command.approved_by)
    if command.was is None:
        raise WrongState("It is on record already that there was no such visit.")
    if command.now is not None:
        _require_while_there(placement, command.now)
    require_details(reason=command.reason)
    return [
        VisitCorrected(
            corrects=command.corrects,
            was=command.was,
            now=command.now,
            reason=command.reason,
            approved_by=command.approved_by,
            by=command.by,
        )
    ]


def intend(placement: Begun, command: IntendLength) -> Sequence[VisitEvent]:
    require_while_there(placement, command.on)
    return [LengthIntended(until_18=command.until_18, on=command.on, by=command.by)]


def _require_while_there(placement: Begun, visit: Visit) -> None:
    require_whole(visit)
    require_while_there(placement, visit.on)
