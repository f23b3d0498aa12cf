"""`application.shared.ports.Streams`, kept by the eventsourcing library over our recorder."""

import hmac
import json
import threading
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from eventsourcing.persistence import EventStore, Notification

from application.shared.folds import Folds
from application.shared.ports import (
    History,
    Ids,
    Occasion,
    PolicyOvertaken,
    Receipt,
    Writing,
)
from domain.shared.envelope import FileId, Recorded, StreamId
from domain.shared.errors import IdempotencyMismatch, VersionConflict
from infrastructure.event_store.codec import Codec, file_of, is_sealed, recorded_at_of
from infrastructure.event_store.digests import NOTHING, digest
from infrastructure.event_store.mapper import ChainingMapper
from infrastructure.event_store.recorder import (
    CommandClash,
    CommandRow,
    LogRecorder,
    OutboxRow,
    PolicyClash,
    PolicyMove,
    StreamClash,
)
from infrastructure.event_store.remembered import UNSEALED, Remembered

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass
class Stamp:
    """Hands out recorded times that never run back, one append at a time.

    Appends of one process are stamped and written under one lock, the first after what the
    log holds already; the log's own lock orders those of several processes. A reader that
    cuts the log at an instant cuts before the first later stamp, so that a few
    microseconds between processes hide nothing.
    """

    latest: datetime | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, now: datetime, newest: Callable[[], datetime]) -> datetime:
        self.latest = max(self.latest or newest(), now)
        return self.latest


@dataclass(frozen=True)
class LogStreams:
    recorder: LogRecorder
    codec: Codec
    ids: Ids
    stamp: Stamp = field(default_factory=Stamp)

    remembered: Remembered = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "remembered", Remembered(self.codec.sealer.sign_of))
        self.codec.sealer.tell_of_erasures(self.remembered.forget)

    def read(self, stream: StreamId, up_to: int | None = None) -> History[Any]:
        if up_to is None:
            return self._read(stream, None)
        return _as_it_stood(self._read(stream, up_to), up_to)

    def _read(self, stream: StreamId, up_to: int | None) -> History[Any]:
        """At least up to this position: more, where more is remembered."""
        kept = self.remembered.of(stream)
        if kept and up_to is not None and kept.history.events[-1].position > up_to:
            return kept.history
        known = kept.history if kept else History(stream, (), 0, NOTHING, None)
        rows = self.recorder.select_stream(stream, up_to, after_version=known.version)
        if not rows:
            return known
        file, sign = (kept.file, kept.sign) if kept else (file_of(rows[0].state), UNSEALED)
        if any(is_sealed(row.state) for row in rows):
            sign = self.codec.sealer.sign_of(file)
        if kept is None or sign is not kept.sign:
            # What was folded from unsealed events alone, or under another key, is another's.
            known = replace(known, folds=Folds())
        history = self._extended(known, file, rows)
        self.remembered.keep(history, file, sign)
        return history

    def _extended(
        self, known: History[Any], file: FileId, rows: Sequence[Notification]
    ) -> History[Any]:
        events = (*known.events, *(self.codec.decode(row) for row in rows))
        last = rows[-1]
        head = digest(known.stream, last.originator_version, last.topic, last.state)
        return History(known.stream, events, last.originator_version, head, file, known.folds)

    def append(
        self, writings: Sequence[Writing], occasion: Occasion, ids: Mapping[str, str]
    ) -> Receipt:
        # Nothing to write, and no answer to keep under a key: a policy's position is its
        # follower's to store.
        if not writings and (occasion.once is None or occasion.policy is not None):
            return _receipt(writings, [], ids)
        with self.stamp.lock:
            recorded_at = self.stamp.at(occasion.now, self._newest)
            entries = [
                entry
                for writing in writings
                for entry in self._entries(writing, occasion, recorded_at)
            ]
            receipt = _receipt(writings, entries, ids)
            mapper = ChainingMapper(self.codec, {w.after.stream: w.after.head for w in writings})
            try:
                recordings = EventStore[str](mapper, self.recorder).put(
                    entries,  # type: ignore[arg-type]  # the mapper takes envelopes, not the library's events
                    command=_command_row(occasion, receipt),
                    policy=_policy_move(occasion),
                    outbox=_outbox(writings, occasion),
                )
            except StreamClash:
                raise VersionConflict("Somebody else decided first.") from None
            except PolicyClash:
                raise PolicyOvertaken("Another runner is ahead.") from None
            except CommandClash:
                return self._answered(occasion)
        position = max((r.notification.id for r in recordings), default=None)
        return replace(receipt, position=position)

    def done_before(self, occasion: Occasion) -> Receipt | None:
        if occasion.once is None:
            return None
        actor = occasion.actor
        row = self.recorder.find_command(actor.authority, actor.subject, occasion.once.key)
        if row is None:
            return None
        if not hmac.compare_digest(row.body_hmac, occasion.once.body_hmac):
            raise IdempotencyMismatch
        said = json.loads(row.answer)
        position = self.recorder.position_of(row.stream, row.version)
        return Receipt(
            row.stream, row.version, said["ids"], said["caused"], position, replayed=True
        )

    def _newest(self) -> datetime:
        """When the newest event of the log was recorded."""
        last = self.recorder.max_notification_id()
        if last is None:
            return EARLIEST
        (row,) = self.recorder.select_notifications(last, 1)
        return recorded_at_of(row.state)

    def _answered(self, occasion: Occasion) -> Receipt:
        receipt = self.done_before(occasion)
        assert receipt is not None, "a key clashed with a row that is not there"  # noqa: S101
        return receipt

    def _entries(
        self, writing: Writing, occasion: Occasion, recorded_at: datetime
    ) -> list[Recorded[Any]]:
        first = writing.after.version + 1
        return [
            Recorded(
                event=event,
                event_id=self.ids.new(),
                stream=writing.after.stream,
                version=version,
                position=0,
                effective_at=event.effective() or recorded_at,
                recorded_at=recorded_at,
                actor=occasion.actor,
                channel=occasion.channel,
                file=writing.file,
                reason=occasion.reason,
                correlation=occasion.correlation,
                causation=occasion.causation,
                command_key=occasion.once.key if occasion.once else None,
            )
            for version, event in enumerate(writing.events, start=first)
        ]


def _as_it_stood(history: History[Any], up_to: int) -> History[Any]:
    """The beginning of a history. Nobody appends after it, so it has no head."""
    version = bisect_right(history.events, up_to, key=lambda each: each.position)
    file = history.file if version else None
    events = history.events[:version]
    return replace(history, events=events, version=version, head=NOTHING, file=file)


def _receipt(
    writings: Sequence[Writing], entries: Sequence[Recorded[Any]], ids: Mapping[str, str]
) -> Receipt:
    if not writings:
        return Receipt("", 0, dict(ids))
    primary = writings[0]
    version = primary.after.version + len(primary.events)
    caused = [entry.event.stored_as for entry in entries]
    return Receipt(primary.after.stream, version, dict(ids), caused)


def _command_row(occasion: Occasion, receipt: Receipt) -> CommandRow | None:
    if occasion.once is None:
        return None
    answer = json.dumps({"ids": dict(receipt.ids), "caused": list(receipt.caused)})
    return CommandRow(
        authority=occasion.actor.authority,
        subject=occasion.actor.subject,
        key=occasion.once.key,
        body_hmac=occasion.once.body_hmac,
        answer=answer,
        stream=receipt.stream,
        version=receipt.version,
    )


def _outbox(writings: Sequence[Writing], occasion: Occasion) -> Sequence[OutboxRow]:
    return [
        OutboxRow(kind=each.kind, subject=each.subject, body=each.body, created_at=occasion.now)
        for writing in writings
        for each in writing.messages
    ]


def _policy_move(occasion: Occasion) -> PolicyMove | None:
    step = occasion.policy
    if step is None:
        return None
    return PolicyMove(policy=step.policy, after=step.after, position=step.position)
