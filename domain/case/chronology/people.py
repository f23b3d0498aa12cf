"""Who worked with the child, from when until when (R-27)."""

from collections.abc import Iterator, Sequence

from domain.case.chronology.periods import AllocationPeriod
from domain.case.events import Allocated, AllocationEnded, CaseEvent, IROAssigned
from domain.case.facts import allocation
from domain.case.people import AllocationKind
from domain.shared.envelope import Recorded
from domain.shared.moments import begins
from domain.shared.spans import spans

Facts = Sequence[Recorded[CaseEvent]]


def allocations_of(facts: Facts) -> tuple[AllocationPeriod, ...]:
    """Who had which part; of one kind there is one at a time."""
    turns = list(_allocation_turns(facts))
    kinds = (spans((r, p) for r, k, p in turns if k is kind) for kind in AllocationKind)
    return tuple(
        sorted((period for kind in kinds for period in kind), key=lambda p: begins(p.since))
    )


def _allocation_turns(
    facts: Facts,
) -> Iterator[tuple[Recorded[CaseEvent], AllocationKind, AllocationPeriod | None]]:
    for recorded in facts:
        match recorded.event:
            case (Allocated() | IROAssigned() | AllocationEnded()) as event:
                held = allocation(event)
                yield recorded, held.kind, _allocated(recorded, held.kind, held.who)


def _allocated(
    recorded: Recorded[CaseEvent], kind: AllocationKind, who: str | None
) -> AllocationPeriod | None:
    if who is None:
        return None
    return AllocationPeriod(
        since=recorded.effective_at, source=recorded.event_id, kind=kind, who=who
    )
