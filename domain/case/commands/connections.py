"""What can be asked about the people and places around the child."""

from domain.case.connections import Connection, ConnectionId
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class RecordConnection(Command):
    """Put a relative, an address, a school or a number of the child on record."""

    connection: Connection
    by: Subject


class EndConnection(Command):
    connection_id: ConnectionId
    on: When
    by: Subject


ConnectionCommand = RecordConnection | EndConnection
