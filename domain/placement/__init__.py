"""Placement: one child living in one setting under one arrangement, from proposal to end.

    NotProposed ── ProposePlacement ──▶ Proposed ── AgreeStart ──▶ AwaitingStart
         │                               │   │                        │   │
         │                     RecordStart   └─ CancelPlacement ──────│───┴──▶ NotStarted
         │                               │                            │            │
         └─── RecordStart ───────────────┴──▶ Active ◀── RecordStart ─┴────────────┘
                                              │    │
                 ServeNotice, RecordProviderNotice │
                                              ▼    │
                                     UnderNotice ──┴── RecordEnd ──▶ Ended

A start is a fact: it is recorded from wherever the placement stands, with what it broke.
Beside these steps, inside them: introductions are recorded at any time; the agreement is
drafted, issued and signed while the placement is to come or under way; package reviews and
corrections of the start belong to any placement that has begun.

`decisions` has the transitions; `rules` has the law and policy they obey; `chronology`
tells stays, agreements and notice by date; `clocks` the deadlines they open.
"""

from domain.placement.commands import PlacementCommand
from domain.placement.decisions import decide
from domain.placement.events import PlacementEvent
from domain.placement.evolution import evolve
from domain.placement.state import NotProposed, Placement
from domain.shared.decider import Decider

decider = Decider[PlacementCommand, Placement, PlacementEvent](
    initial=NotProposed(), decide=decide, evolve=evolve
)

__all__ = ["Placement", "PlacementCommand", "PlacementEvent", "decider"]
