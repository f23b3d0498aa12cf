"""Which areas were to be avoided, from when until when."""

from collections.abc import Sequence

from domain.case.chronology.periods import AvoidedPeriod
from domain.case.events import AreaToAvoidLifted, AreaToAvoidRecorded, CaseEvent
from domain.shared.envelope import Recorded


def avoided_of(facts: Sequence[Recorded[CaseEvent]]) -> tuple[AvoidedPeriod, ...]:
    """Every area ever recorded, in business order."""
    lifted = {
        each.event.area_id: each for each in facts if isinstance(each.event, AreaToAvoidLifted)
    }
    return tuple(
        _period(each, each.event, lifted.get(each.event.area.area_id))
        for each in facts
        if isinstance(each.event, AreaToAvoidRecorded)
    )


def _period(
    recorded: Recorded[CaseEvent], event: AreaToAvoidRecorded, end: Recorded[CaseEvent] | None
) -> AvoidedPeriod:
    return AvoidedPeriod(
        since=recorded.effective_at,
        until=end.effective_at if end else None,
        source=recorded.event_id,
        ended_by=end.event_id if end else None,
        area=event.area,
    )
