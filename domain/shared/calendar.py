"""Working days in England and Wales, and office hours, as dated reference data (R2, R12)."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from domain.shared.messages import Value
from domain.shared.moments import LONDON

WEEKEND = (5, 6)
ONE_DAY = timedelta(days=1)


class Calendar(Value):
    """One edition of the bank holidays. Whoever decides with it records `edition`."""

    edition: str
    holidays: frozenset[date]

    def is_working_day(self, day: date) -> bool:
        """Not a Saturday, a Sunday or a bank holiday of this edition."""
        return day.weekday() not in WEEKEND and day not in self.holidays

    def on_or_before(self, day: date) -> date:
        """The latest working day that is not after this one."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def on_or_after(self, day: date) -> date:
        """The first working day that is not before this one."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def working_days_after(self, day: date, number: int) -> date:
        """So many working days on; the day itself never counts, working day or not (R3)."""
        for _ in range(number):
            day = self.on_or_after(day + ONE_DAY)
        return day


WallTime = Annotated[time, Field(json_schema_extra={"format": "time-local"})]
"""By the clock on the wall: `time` in a description of JSON would have an offset."""


class OfficeHours(Value):
    """When the placements team is at work on a working day, by the clock in London."""

    opens: WallTime
    closes: WallTime

    @model_validator(mode="after")
    def _open_before_they_close(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("office hours close after they open")
        return self

    def on(self, day: date) -> tuple[datetime, datetime]:
        """From which instant until which the office is open on a working day."""
        opens = datetime.combine(day, self.opens, LONDON)
        return opens.astimezone(UTC), datetime.combine(day, self.closes, LONDON).astimezone(UTC)


OFFICE_HOURS = OfficeHours(opens=time(9), closes=time(17))
"""The first edition, as shipped (R-03). Later ones are published as reference data."""
