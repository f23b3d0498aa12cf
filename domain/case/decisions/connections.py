"""Putting on record who and what is around the child. These are facts, and rarely refused."""

from collections.abc import Sequence

from domain.case.commands import ConnectionCommand, EndConnection, RecordConnection
from domain.case.events import CaseEvent, ConnectionEnded, ConnectionRecorded
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.moments import begins
from domain.shared.personal import legible


def decide(case: Open, command: ConnectionCommand) -> Sequence[CaseEvent]:
    match command:
        case RecordConnection():
            return record_connection(case, command)
        case EndConnection():
            return end_connection(case, command)


def record_connection(case: Open, command: RecordConnection) -> Sequence[CaseEvent]:
    legible(case.born_on)
    return [ConnectionRecorded(connection=command.connection, by=command.by)]


def end_connection(case: Open, command: EndConnection) -> Sequence[CaseEvent]:
    held = case.connections.get(command.connection_id)
    if held is None:
        raise NotFound("This case has nothing on record by this id.")
    if held.ended:
        raise WrongState("This has ended already.")
    if begins(command.on) < begins(held.since):
        raise EffectiveBeforeStream("This is dated before it began.")
    return [ConnectionEnded(**dict(command))]
