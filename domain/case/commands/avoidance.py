"""What can be asked about areas that the child is kept away from."""

from domain.case.avoidance import AreaId, AreaToAvoid
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordAreaToAvoid(Command):
    """Keep the child away from an area."""

    area: AreaToAvoid
    by: Subject


class LiftAreaToAvoid(Command):
    area_id: AreaId
    on: When
    reason: str
    by: Subject


AvoidanceCommand = RecordAreaToAvoid | LiftAreaToAvoid
