"""What is dated within a stay (docs/domain/02, 2.0)."""

from datetime import date

from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Ended
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import When, before


def require_known_by(known_from: date | None, at: When) -> None:
    """Refuse what is dated before there was a placement to do it for (R-159)."""
    if known_from is not None and before(at, known_from):
        raise EffectiveBeforeStream("This is dated before the placement was proposed, or began.")


def require_while_there(placement: Begun, at: When) -> None:
    """Refuse what is dated before the child came or after it left; writing it late is no matter."""
    require_not_before(placement.started_at, at)
    if isinstance(placement, Ended) and before(placement.ended_at, at):
        raise WrongState("The child had left by then.")
