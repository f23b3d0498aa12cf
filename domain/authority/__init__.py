"""Authority: a council's boundaries, its neighbours, and what its officers may authorise.

    NotEstablished ── EstablishAuthority ──▶ Established ──┐
                                               ▲           │ ChangeBoundaries, SetFundingLimit,
                                               └───────────┘ ListOfficer

All of it is dated, because councils are reorganised and limits are revised: in area,
adjoining and at a distance are judged with the boundaries of the placement's start (6-58).
"""

from domain.authority.commands import AuthorityCommand
from domain.authority.decisions import decide
from domain.authority.events import AuthorityEvent
from domain.authority.state import Authority, NotEstablished, evolve
from domain.shared.decider import Decider

decider = Decider[AuthorityCommand, Authority, AuthorityEvent](
    initial=NotEstablished(), decide=decide, evolve=evolve
)

__all__ = ["Authority", "AuthorityCommand", "AuthorityEvent", "decider"]
