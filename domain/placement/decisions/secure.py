"""Recording by what authority of a court a child is kept in a secure home."""

from collections.abc import Sequence

from domain.placement.commands.secure import RecordCourtAuthority
from domain.placement.events.secure import CourtAuthorityRecorded
from domain.placement.rules.secure import require_days_in_order, require_secure_home
from domain.placement.state import Begun


def record(placement: Begun, command: RecordCourtAuthority) -> Sequence[CourtAuthorityRecorded]:
    """A fact, written down however late, and after the child has left too."""
    require_secure_home(placement.particulars.arrangement.provision)
    require_days_in_order(command.from_, command.until)
    return [CourtAuthorityRecorded(**dict(command))]
