"""The append on PostgreSQL: one statement, and so one round trip and one commit.

    moved ─▶ lock ─▶ answered ─▶ written
                              └▶ queued

Each step runs only when the one before has given its row. Positions are allocated under
the lock, which lasts until the commit can be seen: a reader that has seen a position will
find none below it later. The command comes before the events, so that of two alike
requests in a race the second always hears that the first was answered. Nothing is read:
a statement that has waited for the lock does not see what was committed meanwhile.
"""

from functools import cache
from typing import Any, LiteralString

import psycopg
from eventsourcing.persistence import Tracking

from infrastructure.event_store.errors import lost_move
from infrastructure.event_store.rows import Append, PolicyMove

FIRST_MOVE = """moved AS (
    INSERT INTO policy_positions (policy, position) VALUES (%(reader)s, %(position)s)
    ON CONFLICT DO NOTHING RETURNING 1)"""

NEXT_MOVE = """moved AS (
    UPDATE policy_positions SET position = %(position)s
    WHERE policy = %(reader)s AND position = %(after)s RETURNING 1)"""

TRACK = """moved AS (
    INSERT INTO projection_positions (projection, position)
    VALUES (%(reader)s, %(position)s)
    ON CONFLICT (projection) DO UPDATE SET position = excluded.position
    WHERE projection_positions.position < excluded.position RETURNING 1)"""

UNMOVED = "moved AS (SELECT 1)"

# Any number will do, as long as every process that appends takes the same one.
LOCK = "lock AS MATERIALIZED (SELECT pg_advisory_xact_lock(7210001) FROM moved)"

COMMAND = """answered AS (
    INSERT INTO commands (authority, subject, key, body_hmac, answer, stream, version)
    SELECT %(authority)s, %(subject)s, %(key)s, %(body_hmac)b, %(answer)s,
        %(answered_stream)s, %(answered_version)s
    FROM lock RETURNING 1)"""

UNANSWERED = "answered AS (SELECT 1 FROM lock)"

ONE_EVENT = """written AS (
    INSERT INTO events (stream, version, name, body)
    SELECT %(stream)s, %(version)s, %(name)s, %(body)b FROM answered RETURNING position)"""

SEVERAL_EVENTS = """written AS (
    INSERT INTO events (stream, version, name, body)
    SELECT stream, version, name, body FROM answered, unnest(%(streams)s::text[],
        %(versions)s::int[], %(names)s::text[], %(bodies)b::bytea[])
        WITH ORDINALITY AS e (stream, version, name, body, place)
    ORDER BY place RETURNING position)"""

NO_EVENTS = "written AS (SELECT 0 AS position FROM answered)"

MESSAGES = """queued AS (
    INSERT INTO outbox (kind, subject, body, created_at)
    SELECT kind, subject, body, created_at FROM answered, unnest(%(kinds)s::text[],
        %(subjects)s::text[], %(texts)s::text[], %(times)s::timestamptz[])
        WITH ORDINALITY AS m (kind, subject, body, created_at, place)
    ORDER BY place)"""


def append(connection: psycopg.Connection[Any], what: Append) -> list[int]:
    # The order of RETURNING is not promised; that of the positions is.
    rows = connection.execute(_statement_for(what), _values_of(what)).fetchall()
    if not rows and what.move is not None:
        raise lost_move(what.move)
    return sorted(position for (position,) in rows) if what.events else []


def _statement_for(what: Append) -> LiteralString:
    return _statement(
        _moved(what.move),
        UNANSWERED if what.command is None else COMMAND,
        {0: NO_EVENTS, 1: ONE_EVENT}.get(len(what.events), SEVERAL_EVENTS),
        MESSAGES if what.outbox else "",
    )


@cache
def _statement(
    moved: LiteralString, answered: LiteralString, written: LiteralString, queued: LiteralString
) -> LiteralString:
    steps = [step for step in (moved, LOCK, answered, written, queued) if step]
    return "WITH " + ",\n".join(steps) + "\nSELECT position FROM written"


def _moved(move: PolicyMove | Tracking | None) -> LiteralString:
    match move:
        case None:
            return UNMOVED
        case PolicyMove(after=None):
            return FIRST_MOVE
        case PolicyMove():
            return NEXT_MOVE
        case Tracking():
            return TRACK


def _values_of(what: Append) -> dict[str, Any]:
    return {
        **_of_move(what.move),
        **_of_command(what),
        **_of_events(what),
        **_of_messages(what),
    }


def _of_move(move: PolicyMove | Tracking | None) -> dict[str, Any]:
    match move:
        case None:
            return {}
        case PolicyMove():
            return {"reader": move.policy, "after": move.after, "position": move.position}
        case Tracking():
            return {"reader": move.application_name, "position": move.notification_id}


def _of_command(what: Append) -> dict[str, Any]:
    if (row := what.command) is None:
        return {}
    return {
        "authority": row.authority,
        "subject": row.subject,
        "key": row.key,
        "body_hmac": row.body_hmac,
        "answer": row.answer,
        "answered_stream": row.stream,
        "answered_version": row.version,
    }


def _of_events(what: Append) -> dict[str, Any]:
    if len(what.events) == 1:
        (event,) = what.events
        return {
            "stream": event.originator_id,
            "version": event.originator_version,
            "name": event.topic,
            "body": event.state,
        }
    return {
        "streams": [event.originator_id for event in what.events],
        "versions": [event.originator_version for event in what.events],
        "names": [event.topic for event in what.events],
        "bodies": [event.state for event in what.events],
    }


def _of_messages(what: Append) -> dict[str, Any]:
    return {
        "kinds": [row.kind for row in what.outbox],
        "subjects": [row.subject for row in what.outbox],
        "texts": [row.body for row in what.outbox],
        "times": [row.created_at for row in what.outbox],
    }
