"""What can be asked of a clock stream."""

from typing import Self

from pydantic import AwareDatetime, model_validator

from domain.clock.snapshot import ClockSnapshot
from domain.shared.messages import Command
from domain.shared.vocabulary import EventId


class ReconcileClocks(Command):
    """Say what has changed since last time.

    `clocks` is everything that the owner's history comes to; one that is left out is
    withdrawn. `because` is the event that gave cause to compute: of the owner, or of the
    reference data.
    """

    clocks: tuple[ClockSnapshot, ...]
    because: EventId

    @model_validator(mode="after")
    def _one_clock_a_key(self) -> Self:
        keys = [clock.key for clock in self.clocks]
        if len(set(keys)) < len(keys):
            raise ValueError("two clocks have the same key")
        return self


class RecordBreach(Command):
    """Note that a clock has run out, if by `now` it has and nobody has noted it."""

    key: str
    now: AwareDatetime


ClockCommand = ReconcileClocks | RecordBreach
