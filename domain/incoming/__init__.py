"""Incoming: another authority tells us of a child that it placed in our area (2.14).

    NotReceived ── ReceiveNotification ──▶ Received ── Acknowledge ──▶ Acknowledged
                                              │                            │ EnterInRegister
                                              │ EndNotification            ▼
                                              └────────▶ Ended ◀────── InRegister

It is another authority's child: no name, no date of birth, no case of ours. What is kept is
what whoever must act in our area needs, and the nights count in the home where it lives.

`decisions` has the transitions, `rules` what they obey.
"""

from domain.incoming.commands import IncomingCommand
from domain.incoming.decisions import decide
from domain.incoming.events import IncomingEvent
from domain.incoming.state import Incoming, NotReceived, evolve
from domain.shared.decider import Decider

decider = Decider[IncomingCommand, Incoming, IncomingEvent](
    initial=NotReceived(), decide=decide, evolve=evolve
)

__all__ = ["Incoming", "IncomingCommand", "IncomingEvent", "decider"]
