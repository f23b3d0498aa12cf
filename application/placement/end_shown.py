"""What is shown of the end of a placement, and of one that an officer made at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.placement import PlacementEvent
from domain.placement.endings import ImmediateGround, NoticeOutcome, PlannedBasis
from domain.placement.events import ImmediateTermination, PlacementEnded
from domain.shared.breaches import Breach
from domain.shared.moments import When
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, kw_only=True)
class ShownImmediateEnd:
    """An officer ended it at once; the words are none for who reads no narrative."""

    ground: ImmediateGround
    reason: str | Erased | None
    accommodation: str | Erased | None
    iro_informed: bool
    by: Subject


@dataclass(frozen=True, kw_only=True)
class ShownEnd:
    at: When
    reason: str
    planned: bool
    planned_basis: PlannedBasis
    notice_outcome: NoticeOutcome | None
    at_once: ShownImmediateEnd | None
    breaches: tuple[Breach, ...]


def without_reason(shown: ShownEnd) -> ShownEnd:
    """When and on which ground, and no word about the child."""
    if shown.at_once is None:
        return shown
    return replace(shown, at_once=replace(shown.at_once, reason=None, accommodation=None))


def _at_once(said: Sequence[PlacementEvent]) -> ShownImmediateEnd | None:
    for event in said:
        if isinstance(event, ImmediateTermination):
            return ShownImmediateEnd(
                ground=event.ground,
                reason=event.reason,
                accommodation=event.accommodation,
                iro_informed=event.iro_informed,
                by=event.by,
            )
    return None


def end_shown(said: Sequence[PlacementEvent]) -> ShownEnd | None:
    ended = [event for event in said if isinstance(event, PlacementEnded)]
    if not ended:
        return None
    last = ended[-1]
    return ShownEnd(
        at=last.at,
        reason=last.reason,
        planned=last.planned,
        planned_basis=last.planned_basis,
        notice_outcome=last.notice_outcome,
        at_once=_at_once(said),
        breaches=last.breaches,
    )
