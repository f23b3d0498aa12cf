"""A clock as a value that a command can carry."""

from datetime import date
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, model_validator

from domain.shared.clocks import Clock, ClockCode, Outcome
from domain.shared.messages import Value
from domain.shared.moments import When

CLOSED = frozenset({Outcome.MET, Outcome.STOPPED})


class ClockSnapshot(Value):
    """One clock, as computed or as last said: `domain.shared.clocks.Clock`, flattened."""

    code: ClockCode
    key: str
    anchor: UUID
    anchored_at: When
    due: AwareDatetime
    plan_by: date | None
    outcome: Outcome = Outcome.RUNNING
    closed_by: UUID | None = None
    closed_at: When | None = None
    paused_until: AwareDatetime | None = None

    @model_validator(mode="after")
    def _closed_by_something(self) -> Self:
        is_closed = self.outcome in CLOSED
        if (self.closed_by is not None, self.closed_at is not None) != (is_closed, is_closed):
            raise ValueError("a clock is closed when, and only when, an event closed it")
        return self

    @classmethod
    def of(cls, clock: Clock) -> "ClockSnapshot":
        return cls(
            code=clock.code,
            key=clock.key,
            anchor=clock.anchor,
            anchored_at=clock.anchored_at,
            due=clock.due.at,
            plan_by=clock.due.plan_by,
            outcome=clock.outcome,
            closed_by=clock.closed_by,
            closed_at=clock.closed_at,
            paused_until=clock.paused_until,
        )

    def standing(
        self, outcome: Outcome, closed_by: UUID | None = None, closed_at: When | None = None
    ) -> "ClockSnapshot":
        """The same clock with the same deadline, standing otherwise."""
        change = {"outcome": outcome, "closed_by": closed_by, "closed_at": closed_at}
        return self.model_copy(update=change)
