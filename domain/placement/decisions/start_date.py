"""Another day for a start that was agreed: every gate is asked again for it (2.4)."""

from collections.abc import Sequence

from domain.placement.commands.start_date import ChangeStartDate
from domain.placement.events.start_date import StartDateChanged
from domain.placement.rules.agreement import require_funded
from domain.placement.rules.approvals import statutory_gates
from domain.placement.rules.details import require_details
from domain.placement.rules.entry import gates_of, require_on_register
from domain.placement.rules.start import require_still_prepared
from domain.placement.state import AwaitingStart
from domain.shared.breaches import require
from domain.shared.errors import WrongState
from domain.shared.moments import london_day


def change(placement: AwaitingStart, command: ChangeStartDate) -> Sequence[StartDateChanged]:
    """What the child did before it came, and what was prepared, holds for another day too.

    A word that the start was agreed on stands; money is asked whether it carries the new day.
    """
    particulars, day = placement.particulars, london_day(command.starts_at)
    arrangement = particulars.arrangement
    require_details(reason=command.reason)
    if command.starts_at == placement.starts_at:
        raise WrongState("The start is agreed for then already.")
    if arrangement.bought and placement.verbal_authority is None:
        require_funded(command.funding, particulars.weekly, day, arrangement.planned_end)
    require_on_register(command)
    require(gates_of(command, day, arrangement.planned_end))
    require(statutory_gates(command, particulars.approvals))
    require_still_prepared(particulars, command)
    return [
        StartDateChanged(
            was=placement.starts_at,
            starts_at=command.starts_at,
            reason=command.reason,
            funding=command.funding,
            key_stage_4=command.key_stage_4,
            by=command.by,
        )
    ]
