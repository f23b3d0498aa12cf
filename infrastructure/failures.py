"""Failures of the database: SQLAlchemy's errors, whichever way a statement took.

They do not list the values that were sent. PostgreSQL itself may quote a row in the DETAIL of
its message: whoever logs an error logs its type, not its text.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Dialect, PoolProxiedConnection
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as SqlTimeoutError


@contextmanager
def translated(dialect: Dialect, connection: Any, dispose: Callable[[], None]) -> Iterator[None]:
    """Raise a driver's error as SQLAlchemy would; `dispose` of the rest where one is lost."""
    driver_error = dialect.loaded_dbapi.Error
    try:
        yield
    except driver_error as error:
        lost = dialect.is_disconnect(error, connection, None)
        if lost:  # and so, in all likelihood, are those that nobody is using
            if isinstance(connection, PoolProxiedConnection):
                connection.invalidate(error)
            dispose()
        raise DBAPIError.instance(
            None,
            None,
            error,
            driver_error,
            hide_parameters=True,
            connection_invalidated=lost,
            dialect=dialect,
        ) from error


def is_to_be_tried_again(error: BaseException) -> bool:
    """Whether the database or the way to it failed, and not what was asked of it."""
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    return lost or isinstance(error, OperationalError | SqlTimeoutError)
