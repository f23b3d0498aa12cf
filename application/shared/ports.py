"""What the application needs from the outside world, in its own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from application.shared.folds import Folds
from domain.shared.chronology import InOrder
from domain.shared.decider import Decider
from domain.shared.envelope import Actor, Channel, FileId, Recorded, StreamId
from domain.shared.errors import CaseworkError
from domain.shared.messages import Event

E = TypeVar("E", bound=Event)
S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class History(Generic[E]):
    """All that has happened in one stream up to some position, and what an append needs of it.

    `head` is the digest of the newest event, which the next one is chained to; a history that was
    asked for up to a position has none.
    """

    stream: StreamId
    events: tuple[Recorded[E], ...]
    version: int
    head: bytes
    file: FileId | None
    folds: Folds = field(default_factory=Folds, compare=False, repr=False)

    def folded(self, decider: Decider[Any, S, Any]) -> S:
        """What a decider remembers of the stream. Longer histories of it go on from there."""
        return self.folds.of(decider, self.events)

    def in_order(self, fold: InOrder[S, Any]) -> S:
        """What a fold in its order comes to. Longer histories go on from there."""
        return self.folds.in_order(fold, self.events)

    @property
    def facts(self) -> tuple[E, ...]:
        return tuple(recorded.event for recorded in self.events)


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a command did: kept with its idempotency key for good, and holds nothing personal."""

    stream: str
    version: int
    ids: Mapping[str, str] = field(default_factory=dict)
    caused: Sequence[str] = ()
    position: int | None = None
    replayed: bool = False


@dataclass(frozen=True, slots=True)
class Once:
    """The key under which a command is carried out once at most, and what was asked with it."""

    key: str
    body_hmac: bytes


@dataclass(frozen=True, slots=True)
class PolicyStep:
    """The position that a policy moves to in the append of the events it causes."""

    policy: str
    after: int | None
    position: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """The circumstances of a command: who asks, when, through what, and because of what.

    `give_up_at` is on the monotonic clock: a command that has not finished by then fails
    with `TimeoutError` whatever its database does.
    """

    actor: Actor
    now: datetime
    channel: Channel
    correlation: UUID
    give_up_at: float
    causation: UUID | None = None
    reason: str | None = None
    once: Once | None = None
    policy: PolicyStep | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToBeSent:
    """A message for somebody outside. `body` is JSON and holds nothing personal."""

    kind: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Writing:
    """New events for one stream, after the history they were decided on; what goes out with it."""

    after: History[Any]
    events: Sequence[Event]
    file: FileId
    messages: Sequence[ToBeSent] = ()


class Reads(Protocol):
    """Where histories are read."""

    def read(self, stream: StreamId, up_to: int | None = None) -> History[Any]:
        """Everything in a stream, or what stood in it when the log was at `up_to`."""
        ...


class Streams(Reads, Protocol):
    """Where histories are kept, in order and for good."""

    def append(
        self, writings: Sequence[Writing], occasion: Occasion, ids: Mapping[str, str]
    ) -> Receipt:
        """Append to several streams at once, or to none.

        Raises `VersionConflict` when a stream has moved on, and answers with the earlier
        receipt when the occasion's key was used before.
        """
        ...

    def done_before(self, occasion: Occasion) -> Receipt | None:
        """The receipt of this very command, if its key has been used.

        `IdempotencyMismatch` when the key came with another body.
        """
        ...


class Log(Protocol):
    """Every event, in the order of the log."""

    def after(self, position: int, limit: int) -> Sequence[Recorded[Any]]: ...

    def newest(self) -> int: ...


class PolicyPositions(Protocol):
    """How far each policy has read."""

    def of(self, policy: str) -> int | None: ...

    def skip(self, policy: str, after: int | None, position: int) -> None:
        """Move past events that caused nothing. `PolicyOvertaken` if another runner did."""
        ...


class PolicyOvertaken(CaseworkError):
    """Another runner has taken this policy past the event: there is nothing left to do."""

    code = "POLICY_OVERTAKEN"
    title = "Another runner is ahead"


class Clock(Protocol):
    def now(self) -> datetime:
        """The service's instant, in UTC. In development it may run ahead of the wall."""
        ...


class Ids(Protocol):
    def new(self) -> UUID:
        """A new id that sorts by the time it was minted (version 7)."""
        ...


class FileKeys(Protocol):
    def create(self, file: FileId) -> None:
        """Make the key of a new file, durably, before anything is sealed under it."""
        ...

    def is_destroyed(self, file: FileId) -> bool:
        """Whether what is sealed in this file can be read by nobody any more."""
        ...
