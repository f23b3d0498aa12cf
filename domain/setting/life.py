"""A home's life, from plan to closing, and what it must have before it opens (1-008).

What is recorded are turning points: planned, mobilised, open, closing, closed. The rest is
a question about a day, which `life_on` answers: a planned home whose registration holds is
registered, an open one may be restricted or closed for a while.
"""

from datetime import date
from enum import StrEnum

from domain.setting.dated import Dated


class Stage(StrEnum):
    """The turning points of a home's life, as they are recorded."""

    PLANNED = "planned"
    MOBILISED = "mobilised"
    """Staffed, furnished and ready, whatever its register says yet."""
    OPEN = "open"
    CLOSING = "closing"
    """Nobody new; those who live there are to move."""
    CLOSED = "closed"


class StageEntry(Dated):
    stage: Stage


class Life(StrEnum):
    """How far a home is on a day (docs/domain/02, 2.9)."""

    PLANNED = "planned"
    REGISTERED = "registered"
    MOBILISED = "mobilised"
    OPEN = "open"
    RESTRICTED = "restricted"
    TEMPORARILY_CLOSED = "temporarily_closed"
    CLOSING = "closing"
    CLOSED = "closed"


def life_of(stage: Stage, *, registered: bool, restricted: bool, shut: bool) -> Life:
    """The state of 2.9 that a stage comes to, with what the register says that day."""
    if stage is Stage.PLANNED and registered:
        return Life.REGISTERED
    if stage is Stage.OPEN and shut:
        return Life.TEMPORARILY_CLOSED
    if stage is Stage.OPEN and restricted:
        return Life.RESTRICTED
    return Life(stage.value)


def stage_on(stages: tuple[StageEntry, ...], day: date) -> Stage:
    """The stage of a day; before the first, that one."""
    known = [entry for entry in stages if entry.covers(day)]
    return (known or stages)[0].stage
