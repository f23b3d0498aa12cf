"""Reference: what the service counts with, in dated editions with a source and an approver.

Each set has a stream of its own, `reference-{set}`: the bank holidays, the limits of the
clocks and their warnings, the lists of codes, the office hours. An edition is never changed.
An amendment is the next edition (R12), and whoever decides with one records its name.

    Unpublished ── PublishCalendar | PublishClockLimits ───────▶ Published
                   PublishClockWarnings | PublishCodeLists       │    ▲
                   PublishOfficeHours                            └────┘
                                              the next edition of the same set
"""

from domain.reference.commands import ReferenceCommand
from domain.reference.decisions import decide
from domain.reference.events import ReferenceEvent
from domain.reference.state import Reference, Unpublished, evolve
from domain.shared.decider import Decider

decider = Decider[ReferenceCommand, Reference, ReferenceEvent](
    initial=Unpublished(), decide=decide, evolve=evolve
)

__all__ = ["Reference", "ReferenceCommand", "ReferenceEvent", "decider"]
