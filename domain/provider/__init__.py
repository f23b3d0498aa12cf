"""Provider: an organisation that offers homes, the lots it is on, and its suspensions.

    NotKnown ── RegisterProvider ──▶ Engaged ◀── LiftSuspension ── Suspended
                                     │     │                        │    ▲
                           AdmitToLot, LeaveLot   SuspendProvider ──┴────┘
                                                             LeaveLot, SuspendProvider

Beside these it applies, shows what it has, asks for sub-contractors, and leaves or is removed:
`decisions.life`. `stage_on` says where it stands on a day, from prospective to exited.

A suspended provider is asked for no new placements, and joins no lot; its placements go
on, each with a review of its risks (6-48). Whoever suspended may not lift (05, 5.2).
"""

from domain.provider.commands import ProviderCommand
from domain.provider.decisions import decide
from domain.provider.events import ProviderEvent
from domain.provider.state import NotKnown, Provider, evolve
from domain.shared.decider import Decider

decider = Decider[ProviderCommand, Provider, ProviderEvent](
    initial=NotKnown(), decide=decide, evolve=evolve
)

__all__ = ["Provider", "ProviderCommand", "ProviderEvent", "decider"]
