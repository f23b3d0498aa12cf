"""Telling: which providers are told that something waits for them, and whether it reached them.

A message holds a link and nothing else. This stream, `telling-{referral}`, stands apart from
the search it tells of, so that a delivery gives nobody a stale version, and no clock waits
for it (R-29, R-72). It holds nothing personal: an address is looked up when it is sent to.

Every message, by its reference:

    (nothing said) ── TellProviders ──▶ waiting ── NoteDelivered ────▶ delivered
                                           │                              ▲
                                           └─ NoteNotDelivered ─▶ not delivered

A message that was given up and arrives all the same is delivered. `decisions` has the
transitions; `rules` has what they obey.
"""

from domain.shared.decider import Decider
from domain.telling.commands import TellingCommand
from domain.telling.decisions import decide
from domain.telling.events import TellingEvent
from domain.telling.state import Messages, evolve

decider = Decider[TellingCommand, Messages, TellingEvent](
    initial=Messages(), decide=decide, evolve=evolve
)

__all__ = ["Messages", "TellingCommand", "TellingEvent", "decider"]
