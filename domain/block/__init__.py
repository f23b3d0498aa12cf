"""Block: beds bought together from one provider for a fixed period, in one award (R-10).

    NotProposed ── ProposeBlock ──▶ Proposed ── RecordCompetition ──▶ Competed
                                                                         │ AwardBlock
                                                                         ▼
         Ended ◀── EndBlock ──┬── Varied ◀── VaryBlock ── Active ◀── Awarded
                              └──────────────────────────────┘  ActivateBlock

Two awards are two blocks, even on one day and with one provider. While it runs, placements
call off its beds by the night: `AllocateBed`, `ReleaseBed`. A bed is all that a block gives;
each placement still needs its own approvals, money, agreement and reviews.

`decisions` has the transitions; `rules` what they obey; `agreement` the words; `nights`
counts beds, and `voids` those in which nobody lived.
"""

from domain.block.commands import BlockCommand
from domain.block.decisions import decide
from domain.block.events import BlockEvent
from domain.block.state import Block, NotProposed, evolve
from domain.shared.decider import Decider

decider = Decider[BlockCommand, Block, BlockEvent](
    initial=NotProposed(), decide=decide, evolve=evolve
)

__all__ = ["Block", "BlockCommand", "BlockEvent", "decider"]
