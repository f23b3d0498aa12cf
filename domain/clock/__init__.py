"""Clock: what has been said of the deadlines of one other stream.

Deadlines are computed, by each capability's `clocks`, from history and reference data.
This stream, `clock-{owner}`, is the record of what that came to: it says each thing once,
and never decides what is due. It stands apart from its owner, so that a breach gives
nobody a stale version. It holds nothing personal.

Every clock, by its key:

    (nothing said) ── ClockOpened ──▶ running ── ClockMet, ClockStopped ──▶ met, stopped
                                      │ ▲  ▲                                    │
                         ClockDueMoved└─┘  └──────────── ClockReopened ─────────┘

`ReconcileClocks` brings the record up to what is computed; `RecordBreach` notes, once for
each due instant, that a clock ran out. A timer breaches nothing: `TimerRanOut` says so. A
breach is not a state: a clock that ran out is still running, or was closed late. What is not
known (brought in after its time) is never
opened here, and a clock whose anchor was voided is stopped as withdrawn.

`decisions` has the transitions; `rules` has what they obey.
"""

from domain.clock.commands import ClockCommand
from domain.clock.decisions import decide
from domain.clock.events import ClockEvent
from domain.clock.state import Clocks, evolve
from domain.shared.decider import Decider

decider = Decider[ClockCommand, Clocks, ClockEvent](initial=Clocks(), decide=decide, evolve=evolve)

__all__ = ["ClockCommand", "ClockEvent", "Clocks", "decider"]
