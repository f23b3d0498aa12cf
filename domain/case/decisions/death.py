"""Recording that the child died: a fact, once."""

from collections.abc import Sequence

from domain.case.commands import RecordDeath
from domain.case.events import ChildDied
from domain.case.rules import require_born_by
from domain.case.state import Open
from domain.shared.errors import WrongState
from domain.shared.personal import legible


def record(case: Open, command: RecordDeath) -> Sequence[ChildDied]:
    require_born_by(legible(case.born_on), command.on)
    if case.died:
        raise WrongState("It is on record already that the child died.")
    return [ChildDied(on=command.on, by=command.by)]
