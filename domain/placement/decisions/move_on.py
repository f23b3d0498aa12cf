"""Confirming where a young person goes from here."""

from collections.abc import Sequence

from domain.placement.commands.move_on import ConfirmMoveOn
from domain.placement.events.move_on import MoveOnConfirmed
from domain.placement.rules.details import require_details
from domain.placement.rules.stay import require_while_there
from domain.placement.state import Begun


def confirm(placement: Begun, command: ConfirmMoveOn) -> Sequence[MoveOnConfirmed]:
    """A fact of a stay, however often: each time it is due anew it is gone through anew."""
    require_while_there(placement, command.on)
    require_details(plan=command.plan)
    return [MoveOnConfirmed(**dict(command))]
