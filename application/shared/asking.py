"""The two times of a question: as at which day, and as the log was known at which position."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from domain.shared.moments import end_of_day


class LogTimes(Protocol):
    def position_at(self, instant: datetime) -> int:
        """The last position of the log as it was known at an instant."""
        ...

    def newest(self) -> int:
        """The last position that the read models know of."""
        ...


@dataclass(frozen=True, slots=True)
class AsOf:
    """What was true on `day`, going by what the log held at `position`; none means all of it."""

    day: date
    position: int | None
    at: datetime

    @property
    def judged_at(self) -> datetime:
        """By when a deadline has or has not run out: never later than the day asked about."""
        return min(self.at, end_of_day(self.day))

    def position_of(self, log_times: LogTimes) -> int:
        """The position gone by: the newest there is, where none was named."""
        return log_times.newest() if self.position is None else self.position
