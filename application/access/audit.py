"""What an auditor reads: the log as it is, and who read what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from domain.shared.envelope import GssCode, StreamId


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """One event as it is stored; `digest` is what the next one of its stream is chained to."""

    stream: str
    version: int
    position: int
    name: str
    digest: str
    envelope: Mapping[str, Any]


class Envelopes(Protocol):
    def of(
        self, stream: StreamId, *, after: int, up_to: int | None, limit: int, resolved: bool
    ) -> Sequence[Envelope]:
        """A stream's events after a version and up to a position of the log.

        Sealed values read as `[sealed]`; `resolved` opens them, and what was erased says so.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessLine:
    """Who read or tried what, why, and by which rule it was allowed or refused."""

    id: int
    at: datetime
    subject: str
    role: str
    action: str
    resource: str
    purpose: str
    outcome: str


class AccessLines(Protocol):
    def lines(
        self,
        authority: GssCode,
        *,
        resources: Sequence[str] | None,
        before: int | None,
        limit: int,
    ) -> Sequence[AccessLine]:
        """The newest first, from before a line; of some resources only, where they are named."""
        ...


@dataclass(frozen=True)
class Audit:
    envelopes: Envelopes
    access: AccessLines
