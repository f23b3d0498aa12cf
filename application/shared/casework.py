"""The only way a command becomes events: read, decide, append."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any, Protocol

from application.shared.patience import Patience
from application.shared.ports import (
    FileKeys,
    History,
    Occasion,
    Receipt,
    Streams,
    ToBeSent,
    Writing,
)
from application.shared.turns import Turns
from domain.shared.decider import Decider
from domain.shared.envelope import Channel, FileId, StreamId
from domain.shared.errors import (
    CaseworkError,
    EffectiveInFuture,
    RecordErased,
    VersionConflict,
)
from domain.shared.messages import Command, Event
from domain.shared.moments import is_future

ATTEMPTS = 5
ASKED_BY_PEOPLE = frozenset({Channel.API, Channel.PORTAL})


class Stale(VersionConflict):
    """The version that the person named is not the newest: theirs to read again."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One command to one stream. `expecting` is the version that the person saw.

    `planned_at` is the version that the plan rested on: where something newer stands there by
    the time of the decision, the plan is made again. `messages` go out if the command causes
    anything, and are kept in the same stroke.
    """

    stream: StreamId
    decider: Decider[Any, Any, Any]
    command: Command
    expecting: int | None = None
    file: FileId | None = None
    messages: Sequence[ToBeSent] = ()
    planned_at: int | None = None


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be decided together and appended at once, and the ids it minted."""

    asks: Sequence[Ask]
    ids: Mapping[str, str] = field(default_factory=dict)


class Inspection(Protocol):
    """What is asked about all events of every act, whatever they are; it refuses or passes."""

    def look(
        self, occasion: Occasion, stream: StreamId, state: object, events: Sequence[Event]
    ) -> None:
        """Refuse what must not be on record; what passes is appended."""


class NothingAsked:
    """No inspection."""

    def look(
        self, occasion: Occasion, stream: StreamId, state: object, events: Sequence[Event]
    ) -> None:
        """Whatever was decided is appended."""


@dataclass(frozen=True)
class Casework:
    """Deciders joined to the streams in which their decisions are kept."""

    streams: Streams
    keys: FileKeys
    turns: Turns = field(default_factory=Turns)
    patience: Patience = field(default_factory=Patience)
    inspection: Inspection = field(default_factory=NothingAsked)

    def do(
        self, occasion: Occasion, plan: Callable[[], Act], turn: StreamId | None = None
    ) -> Receipt:
        """Carry out an act over one or several streams, or refuse it whole.

        Acts of this process that name the same `turn` queue, each planning on what the one
        before left; without one, they may clash and try again.

        The plan is made again after a clash, so that what it reads from other streams is
        fresh. A clash in a stream whose version the person named is theirs to resolve.
        """
        if occasion.channel in ASKED_BY_PEOPLE:
            work = partial(self._do, occasion, plan, turn)
            return self.patience.wait_for(work, occasion.give_up_at)
        return self._do(occasion, plan, turn)

    def _do(self, occasion: Occasion, plan: Callable[[], Act], turn: StreamId | None) -> Receipt:
        # A policy that was here before has moved on with it: only people ask again.
        if occasion.policy is None and (before := self.streams.done_before(occasion)) is not None:
            return before
        for attempt in range(1, ATTEMPTS + 1):
            try:
                with self.turns.on(turn, occasion.give_up_at):
                    return self._attempt(occasion, plan())
            except CaseworkError as refusal:
                # The same request may have been carried out while this one waited.
                if (before := self.streams.done_before(occasion)) is not None:
                    return before
                if attempt == ATTEMPTS or not _may_try_again(refusal, occasion):
                    raise
        raise AssertionError("unreachable")

    def _attempt(self, occasion: Occasion, act: Act) -> Receipt:
        writings = [self._decide(occasion, ask) for ask in act.asks]
        return self.streams.append([w for w in writings if w.events], occasion, act.ids)

    def _decide(self, occasion: Occasion, ask: Ask) -> Writing:
        history = self.streams.read(ask.stream)
        if ask.expecting is not None:
            require_version(history, ask.expecting)
        if ask.planned_at is not None and history.version != ask.planned_at:
            raise VersionConflict("Something came in since this was planned.")
        state = history.folded(ask.decider)
        events = ask.decider.decide(state, ask.command)
        if events:
            self._require_legible(history, occasion)
        for event in events:
            require_happened(event, occasion)
        self.inspection.look(occasion, ask.stream, state, events)
        return Writing(history, events, self._file(history, ask), ask.messages)

    def _require_legible(self, history: History[Any], occasion: Occasion) -> None:
        """Refuse people what would be added to an erased file, sealed or not (R-161)."""
        asked = occasion.channel in ASKED_BY_PEOPLE and occasion.policy is None
        if asked and history.file is not None and self.keys.is_destroyed(history.file):
            raise RecordErased("This record has been erased; nothing can be added to it.")

    def _file(self, history: History[Any], ask: Ask) -> FileId:
        if history.file is not None:
            return history.file
        file = ask.file or FileId(ask.stream)
        self.keys.create(file)
        return file


def _may_try_again(refusal: CaseworkError, occasion: Occasion) -> bool:
    clashed = isinstance(refusal, VersionConflict) and not isinstance(refusal, Stale)
    return clashed and time.monotonic() <= occasion.give_up_at


def require_version(history: History[Any], expecting: int) -> None:
    """Refuse to act on what the person saw when something newer stands in the stream."""
    if history.version != expecting:
        newest = history.events[-1] if history.events else None
        raise Stale(
            f"You had read version {expecting}; it is now at {history.version}.",
            current=history.version,
            newest_event=newest.event.stored_as if newest else None,
            newest_by=newest.actor.subject if newest else None,
        )


def require_happened(event: Event, occasion: Occasion) -> None:
    """Refuse as a fact what is still to come."""
    effective = event.effective()
    if effective is not None and is_future(effective, occasion.now):
        raise EffectiveInFuture("This is dated in the future.")
