"""What the record of a visit must hold (SI 2010/959, reg. 29)."""

from domain.placement.errors import VisitIncomplete
from domain.placement.visit import Visit


def require_whole(visit: Visit) -> None:
    """Refuse a record that leaves open why the child was not seen, or was not seen alone.

    Reasons that contradict what happened are refused with them.
    """
    told = {
        "not_seen": (visit.not_seen is not None) is not visit.seen,
        "seen_alone": visit.seen or not visit.seen_alone,
        "not_alone": (visit.not_alone is not None) is (visit.seen and not visit.seen_alone),
    }
    missing = [name for name, said in told.items() if not said]
    if missing:
        raise VisitIncomplete(missing)
