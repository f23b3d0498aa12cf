"""Feed: the address under which one person's own deadlines are read by their calendar.

A calendar cannot sign in, so that whoever has the address reads: it holds for some weeks, a new
one takes the old one's place, and it is withdrawn at once. This stream, `feed-{person}`, holds
neither the address nor a deadline; what the person may read is asked anew each time (R-240).

    NoFeed ── OpenFeed ──▶ Open ── WithdrawFeed ──▶ Withdrawn
                           │  ▲                       │
                           └──┴────── OpenFeed ───────┘

`decisions` has the transitions; `rules` has what they obey.
"""

from domain.feed.commands import FeedCommand
from domain.feed.decisions import decide
from domain.feed.events import FeedEvent
from domain.feed.state import Feed, NoFeed, evolve
from domain.shared.decider import Decider

decider = Decider[FeedCommand, Feed, FeedEvent](initial=NoFeed(), decide=decide, evolve=evolve)

__all__ = ["Feed", "FeedCommand", "FeedEvent", "decider"]
