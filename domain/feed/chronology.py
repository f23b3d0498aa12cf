"""From when until when each address was read."""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from domain.feed.events import FeedEvent, FeedOpened
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day

A_DAY = timedelta(days=1)


class AddressPeriod(Period):
    """One address; `until` is when it was withdrawn or replaced, or the day after its last."""

    number: int


def chronology(history: Iterable[Recorded[FeedEvent]]) -> Sequence[AddressPeriod]:
    """Each address in the order in which they were given."""
    line: list[AddressPeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        if line and line[-1].covers(london_day(recorded.recorded_at)):
            ended = {"until": recorded.recorded_at, "ended_by": recorded.event_id}
            line[-1] = line[-1].model_copy(update=ended)
        if isinstance(recorded.event, FeedOpened):
            line.append(
                AddressPeriod(
                    since=recorded.recorded_at,
                    until=recorded.event.until + A_DAY,
                    source=recorded.event_id,
                    number=recorded.event.number,
                )
            )
    return line
