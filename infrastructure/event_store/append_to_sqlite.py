"""The append on SQLite: one transaction, begun with the write lock. Nothing is read in it."""

import sqlite3
from collections.abc import Sequence

from eventsourcing.persistence import StoredEvent, Tracking

from infrastructure.columns import instant_as_text
from infrastructure.event_store.errors import lost_move
from infrastructure.event_store.rows import Append, OutboxRow, PolicyMove

EVENT = "INSERT INTO events (stream, version, name, body) VALUES (?, ?, ?, ?)"

COMMAND = (
    "INSERT INTO commands (authority, subject, key, body_hmac, answer, stream, version)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
)

MESSAGE = "INSERT INTO outbox (kind, subject, body, created_at) VALUES (?, ?, ?, ?)"

FIRST_MOVE = (
    "INSERT INTO policy_positions (policy, position) VALUES (?, ?)"
    " ON CONFLICT DO NOTHING RETURNING 1"
)

NEXT_MOVE = "UPDATE policy_positions SET position = ? WHERE policy = ? AND position = ? RETURNING 1"

TRACK = (
    "INSERT INTO projection_positions (projection, position) VALUES (?, ?)"
    " ON CONFLICT (projection) DO UPDATE SET position = excluded.position"
    " WHERE projection_positions.position < excluded.position RETURNING 1"
)


def append(connection: sqlite3.Connection, what: Append) -> list[int]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        positions = _write(connection, what)
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
    return positions


def _write(connection: sqlite3.Connection, what: Append) -> list[int]:
    if what.move is not None:
        _move(connection, what.move)
    if (row := what.command) is not None:
        key = (row.authority, row.subject, row.key)
        connection.execute(COMMAND, (*key, row.body_hmac, row.answer, row.stream, row.version))
    positions = _insert(connection, what.events)
    if what.outbox:
        connection.executemany(MESSAGE, [_message(row) for row in what.outbox])
    return positions


def _insert(connection: sqlite3.Connection, stored: Sequence[StoredEvent]) -> list[int]:
    last = 0
    for event in stored:
        row = (event.originator_id, event.originator_version, event.topic, event.state)
        last = connection.execute(EVENT, row).lastrowid or 0
    # AUTOINCREMENT counts on by one, and nobody else writes meanwhile.
    return list(range(last - len(stored) + 1, last + 1))


def _move(connection: sqlite3.Connection, move: PolicyMove | Tracking) -> None:
    statement, values = _moving(move)
    if not connection.execute(statement, values).fetchall():
        raise lost_move(move)


def _moving(move: PolicyMove | Tracking) -> tuple[str, tuple[str | int | None, ...]]:
    match move:
        case PolicyMove(after=None):
            return FIRST_MOVE, (move.policy, move.position)
        case PolicyMove():
            return NEXT_MOVE, (move.position, move.policy, move.after)
        case Tracking():
            return TRACK, (move.application_name, move.notification_id)


def _message(row: OutboxRow) -> tuple[str, str, str, str]:
    return row.kind, row.subject, row.body, instant_as_text(row.created_at)
