"""What an incoming notification must remember in order to decide."""

from dataclasses import dataclass

from domain.incoming import events as came
from domain.incoming.events import IncomingEvent
from domain.shared.errors import CorruptHistory


@dataclass(frozen=True)
class NotReceived:
    """Nobody has told us."""


@dataclass(frozen=True)
class Told:
    """Received, whatever has come of it."""

    received: came.NotificationReceived
    entered: came.EnteredInRegister | None = None


@dataclass(frozen=True)
class Received(Told):
    """The other authority waits for a word."""


@dataclass(frozen=True)
class Acknowledged(Told):
    """The other authority knows that we know."""


@dataclass(frozen=True)
class InRegister(Told):
    """Among the children placed here."""


@dataclass(frozen=True)
class Ended(Told):
    """The child lives here no more."""


Incoming = NotReceived | Told


def evolve(incoming: Incoming, event: IncomingEvent) -> Incoming:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match incoming, event:
        case NotReceived(), came.NotificationReceived():
            return Received(event)
        case Received(received), came.NotificationAcknowledged():
            return Acknowledged(received)
        case Acknowledged(received), came.EnteredInRegister():
            return InRegister(received, event)
        case Told(received, entered), came.NotificationEnded():
            return Ended(received, entered)
        case _:
            raise CorruptHistory(incoming, event)
