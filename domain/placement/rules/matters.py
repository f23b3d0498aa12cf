"""What an approval rests on, as it is recorded (docs/domain/02, 2.11)."""

from domain.placement.commands.approvals import RecordMatters
from domain.shared.errors import EffectiveBeforeStream
from domain.shared.moments import before


def require_since_birth(command: RecordMatters) -> None:
    """Refuse what would have been seen to for a child before it was born (R-159)."""
    born_on = command.born_on
    if born_on is not None and any(before(each.on, born_on) for each in command.matters):
        raise EffectiveBeforeStream("This is dated before the child was born.")
