"""What may be written together with events, in one stroke."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from eventsourcing.persistence import StoredEvent, Tracking


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRow:
    """The answer to a command, kept under its idempotency key.

    `answer` is JSON and holds nothing personal. `stream` and `version` name the event by
    which the position is looked up later, for the answer is written before it is known.
    """

    authority: str
    subject: str
    key: str
    body_hmac: bytes
    answer: str
    stream: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyMove:
    """A policy has read on, from `after` (none: from the start) to `position`."""

    policy: str
    after: int | None
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxRow:
    """A message to be sent outside. `body` is JSON."""

    kind: str
    subject: str
    body: str
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Append:
    """All of it is written, or none. If `move` does not hit, nothing is."""

    events: Sequence[StoredEvent] = ()
    command: CommandRow | None = None
    move: PolicyMove | Tracking | None = None
    outbox: Sequence[OutboxRow] = ()
