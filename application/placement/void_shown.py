"""What is shown, to those who may see it, of what was recorded for the wrong child (6-03)."""

from dataclasses import dataclass

from domain.placement.events import PlacementStartVoided, RecordedAnew
from domain.placement.history import History, first_of
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import PlacementId, Subject


@dataclass(frozen=True, kw_only=True)
class ShownVoid:
    """When it was said to have begun, who took it out, and where it is for the right child."""

    was: When
    reason: str | Erased
    approved_by: Subject
    by: Subject
    recorded_anew: PlacementId | None


def void_shown(history: History) -> ShownVoid | None:
    voided, anew = first_of(history, PlacementStartVoided), first_of(history, RecordedAnew)
    if voided is None:
        return None
    return ShownVoid(
        was=voided.event.was,
        reason=voided.event.reason,
        approved_by=voided.event.approved_by,
        by=voided.event.by,
        recorded_anew=anew.event.as_placement if anew else None,
    )
