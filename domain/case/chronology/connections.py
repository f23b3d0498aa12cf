"""Who and what was around the child, from when until when. Many of a kind stand side by side."""

from collections.abc import Sequence

from domain.case.chronology.periods import ConnectionPeriod
from domain.case.connections import ConnectionId
from domain.case.events import CaseEvent, ConnectionEnded, ConnectionRecorded
from domain.shared.envelope import Recorded


def connections_of(facts: Sequence[Recorded[CaseEvent]]) -> tuple[ConnectionPeriod, ...]:
    """Every one ever recorded, in business order."""
    ends: dict[ConnectionId, Recorded[CaseEvent]] = {}
    for recorded in facts:
        if isinstance(recorded.event, ConnectionEnded):
            ends[recorded.event.connection_id] = recorded
    return tuple(
        _period(recorded, recorded.event, ends.get(recorded.event.connection.connection_id))
        for recorded in facts
        if isinstance(recorded.event, ConnectionRecorded)
    )


def _period(
    recorded: Recorded[CaseEvent], event: ConnectionRecorded, end: Recorded[CaseEvent] | None
) -> ConnectionPeriod:
    return ConnectionPeriod(
        since=recorded.effective_at,
        until=end.effective_at if end else None,
        source=recorded.event_id,
        ended_by=end.event_id if end else None,
        connection=event.connection,
    )
