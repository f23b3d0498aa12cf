"""Whether a child is missing now: by the last word in business order, not as typed (R-243)."""

from typing import Any, Final

from application.shared.ports import History
from domain import case
from domain.case.events import ChildAway, ChildMissing, ChildReturned
from domain.case.presence import Absence
from domain.case.state import Open
from domain.shared.line import last_of

OF_PRESENCE: Final = ChildMissing | ChildAway | ChildReturned


def is_missing(history: History[Any]) -> bool:
    """A return of an older time away, written down late, brings nobody back who went since."""
    child = history.folded(case.decider)
    last = last_of(child.presence) if isinstance(child, Open) else None
    return last is not None and last.absence is Absence.MISSING
