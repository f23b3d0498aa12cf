"""A placement is joined to a search once, whether the child lives there still or not."""

from collections.abc import Sequence

from domain.placement.commands.joining import JoinSearch
from domain.placement.events.joining import JoinedToSearch
from domain.placement.state import Begun
from domain.shared.errors import WrongState


def join(placement: Begun, command: JoinSearch) -> Sequence[JoinedToSearch]:
    """Refused to what came from a search: its money is asked for there."""
    if placement.particulars.arrangement.referral_id is not None:
        raise WrongState("This placement came from a search already.")
    return [JoinedToSearch(**dict(command))]
