"""The steps of an incoming notification. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.incoming import commands as ask
from domain.incoming import events as came
from domain.incoming.commands import IncomingCommand
from domain.incoming.events import IncomingEvent
from domain.incoming.rules import (
    require_after_coming,
    require_another_authority,
    require_home_counted,
    require_reachable,
    require_since_told,
)
from domain.incoming.state import Acknowledged, Ended, Incoming, NotReceived, Received, Told
from domain.shared.errors import WrongState


def decide(incoming: Incoming, command: IncomingCommand) -> Sequence[IncomingEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match incoming, command:
        case NotReceived(), ask.ReceiveNotification():
            require_another_authority(command)
            require_reachable(command)
            return [came.NotificationReceived(**command.model_dump(exclude={"council"}))]
        case Received(), ask.Acknowledge():
            require_since_told(incoming.received, command.on)
            return [came.NotificationAcknowledged(**dict(command))]
        case Acknowledged(), ask.EnterInRegister():
            require_home_counted(command)
            return [came.EnteredInRegister(**dict(command))]
        case Ended(), ask.EndNotification():
            raise WrongState.of(incoming, command)
        case Told(), ask.EndNotification():
            require_after_coming(incoming.received, command.left_on)
            return [came.NotificationEnded(**dict(command))]
        case _:
            raise WrongState.of(incoming, command)
