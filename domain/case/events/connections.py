"""What is told of who and what is around the child."""

from typing import ClassVar

from domain.case.connections import Connection, ConnectionId
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class ConnectionRecorded(Event):
    """A relative, an address, a school or a number of the child is on record."""

    stored_as: ClassVar[str] = "case.connection_recorded.v1"

    connection: Connection
    by: Subject

    def effective(self) -> When:
        return self.connection.since


class ConnectionEnded(Event):
    """It is the child's no longer. What leaves the council is scanned for it all the same."""

    stored_as: ClassVar[str] = "case.connection_ended.v1"

    connection_id: ConnectionId
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on
