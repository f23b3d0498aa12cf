"""The one way into the log, on either database."""

from sqlalchemy.exc import IntegrityError as SqlIntegrityError

from infrastructure.database import Database
from infrastructure.event_store import append_to_postgres, append_to_sqlite
from infrastructure.event_store.errors import clash_of
from infrastructure.event_store.rows import Append


def append(database: Database, what: Append) -> list[int]:
    """Write all of it or nothing; the positions of the events, in their order.

    Raises a clash (see `errors`) when somebody else was first.
    """
    append_to = append_to_postgres.append if database.is_postgres else append_to_sqlite.append
    try:
        with database.driver() as connection:
            return append_to(connection, what)
    except SqlIntegrityError as error:
        raise clash_of(error) from None
