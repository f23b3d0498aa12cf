"""Placement: one child living in one setting under one arrangement, from proposal to end.

    NotProposed ── ProposePlacement ──▶ Proposed ── AgreeStart ──▶ AwaitingStart
         │                               │   │                        │   │
         │                     RecordStart   └─ CancelPlacement ──────│───┴──▶ NotStarted
         │                               │                            │            │
         └─── RecordStart ───────────────┴──▶ Active ◀── RecordStart ─┴────────────┘
                                              │    │
                 ServeNotice, RecordProviderNotice │
                                              ▼    │
                                     UnderNotice ──┴── RecordEnd, EndImmediately ──▶ Ended

A start is a fact: it is recorded from wherever the placement stands, with what it broke; so are
a provider's notice and an end. Beside these steps, inside them:

- to come: introductions, the agreement, and whose approval the home and the move need;
- to come or under way: the plan for living there, who was told of it and who is not;
- under way: visits, absences for a while, package reviews, variations of the agreement, what
  changed and what was done to hold the placement, another lot, another end of a notice or its
  being taken back;
- once begun, ended or not: corrections of the start and of visits, the search it is joined to.

`decisions` has the transitions; `rules` has the law and policy they obey; `chronology`
tells stays, agreements and notice by date; `clocks` the deadlines they open, and
`visit_clocks`, `plan_clock` and `notification_clocks` those that the child's own record bears on.
`visit` is one visit, `visits_made` those believed to have been, `visits_owed` from when until when
they are due; `entry` is what the gates of a home ask, whoever asks them.
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
