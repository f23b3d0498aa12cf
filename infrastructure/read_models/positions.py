"""How far each build has been carried: moved by compare-and-set, once for each event."""

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, delete, insert, select, text

from infrastructure.event_store.tables import projection_positions, stopped_projections

REACHED = select(projection_positions)
HELD = REACHED.order_by(projection_positions.c.projection).with_for_update()
STOPPED = select(stopped_projections.c.projection)

MOVE = text(
    "UPDATE projection_positions SET position = :after"
    " WHERE position = :before AND projection IN :keys RETURNING projection"
).bindparams(bindparam("keys", expanding=True))
"""Compare-and-set: a build that has moved meanwhile is not among those returned."""


def positions_of(connection: Connection, *, hold: bool = False) -> dict[str, int]:
    """How far each build has been carried, by its key. Held, none moves before we commit."""
    return {row.projection: row.position for row in connection.execute(HELD if hold else REACHED)}


def moved(connection: Connection, positions: Mapping[str, int], to: int) -> set[str]:
    """Move on the builds that still are where we found them; another runner was at the others.

    Those that stand together move in one statement.
    """
    done: set[str] = set()
    for before in sorted({position for position in positions.values() if position < to}):
        keys = [key for key, position in positions.items() if position == before]
        done |= set(connection.scalars(MOVE, {"keys": keys, "before": before, "after": to}))
    return done


def move_back(connection: Connection, key: str, before: int, after: int) -> None:
    """Within the transaction that moved it on, further than it got."""
    connection.execute(MOVE, {"keys": [key], "before": before, "after": after})


def begin(connection: Connection, key: str) -> None:
    """A build with nothing in its tables, whatever was there before."""
    forget(connection, key)
    connection.execute(insert(projection_positions).values(projection=key, position=0))


def forget(connection: Connection, key: str) -> None:
    """Nobody carries anything to this build any more, who was about to included."""
    for table in (projection_positions, stopped_projections):
        connection.execute(delete(table).where(table.c.projection == key))
