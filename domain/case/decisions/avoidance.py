"""Recording areas to avoid, and lifting them. To record one is never refused."""

from collections.abc import Sequence

from domain.case.commands import AvoidanceCommand, LiftAreaToAvoid, RecordAreaToAvoid
from domain.case.events import AreaToAvoidLifted, AreaToAvoidRecorded, CaseEvent
from domain.case.state import Open
from domain.shared.errors import (
    ConflictOfInterest,
    EffectiveBeforeStream,
    NotFound,
    WrongState,
)
from domain.shared.moments import begins
from domain.shared.personal import legible


def decide(case: Open, command: AvoidanceCommand) -> Sequence[CaseEvent]:
    match command:
        case RecordAreaToAvoid(area=area, by=by):
            legible(case.born_on)
            return [AreaToAvoidRecorded(area=area, by=by)]
        case LiftAreaToAvoid():
            return lift(case, command)


def lift(case: Open, command: LiftAreaToAvoid) -> Sequence[CaseEvent]:
    """Refuse whoever recorded it: what keeps a child safe is not taken away by one person."""
    held = case.areas.get(command.area_id)
    if held is None:
        raise NotFound("This case has no area to avoid by this id.")
    if held.ended:
        raise WrongState("This area was lifted already.")
    if held.by == command.by:
        raise ConflictOfInterest("Somebody else lifts the area that you recorded.")
    if begins(command.on) < begins(held.since):
        raise EffectiveBeforeStream("This is dated before the area was to be avoided.")
    return [AreaToAvoidLifted(**dict(command))]
