"""Where a child lived before a placement, and how that ended."""

from dataclasses import dataclass
from datetime import date

from application.referral.ports import StreamsOfCase
from application.shared.office import Office, stream_of
from domain.placement.arrangement import Arrangement
from domain.placement.history import History, end_of, last_word_on_start, made_at_once
from domain.shared.envelope import StreamId
from domain.shared.moments import begins, london_day


@dataclass(frozen=True)
class HomeBefore:
    """The last placement of the same child that began by a day, other than the one asked about."""

    office: Office
    streams_of_case: StreamsOfCase

    def was_left_at_risk(self, arrangement: Arrangement, day: date) -> bool:
        """Whether it was ended at once, or its end recorded as one for immediate risk."""
        own = stream_of("placement", arrangement.placement_id)
        begun = [
            (begins(word.effective_at), history)
            for stream in self.streams_of_case.streams_of(arrangement.case_id)
            if stream.startswith("placement-") and stream != own
            for history in (self.office.streams.read(StreamId(stream)).events,)
            if (word := last_word_on_start(history)) and london_day(word.effective_at) <= day
        ]
        last = max(begun, key=lambda each: each[0], default=None)
        return last is not None and _ended_for_risk(last[1], day)


def _ended_for_risk(history: History, day: date) -> bool:
    end, at_once = end_of(history), made_at_once(history)
    if end is None or london_day(end.effective_at) > day:
        return False
    return at_once is not None or end.event.immediate_risk
