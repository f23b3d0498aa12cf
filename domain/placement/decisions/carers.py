"""How the carers of a child are approved is told to its placement, once each time it changes."""

from collections.abc import Sequence

from domain.placement.carers import Carers
from domain.placement.commands.carers import RecordCarersApproval
from domain.placement.events.carers import CarersApproved
from domain.placement.state import Begun, Current


def tell(placement: Begun, command: RecordCarersApproval) -> Sequence[CarersApproved]:
    """Nothing of a child who has left, nor what is known already."""
    told = Carers(temporary=command.temporary, since=command.from_)
    if not isinstance(placement, Current) or placement.particulars.carers == told:
        return []
    return [CarersApproved(temporary=command.temporary, from_=command.from_)]
