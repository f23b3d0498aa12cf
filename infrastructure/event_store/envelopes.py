"""Events as they are stored, for those who look at the log itself."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eventsourcing.persistence import Notification
from pydantic_core import from_json

from application.access.audit import Envelope
from domain.shared.envelope import FileId, StreamId
from infrastructure.event_store.digests import digest
from infrastructure.event_store.recorder import LogRecorder
from infrastructure.keys.sealing import FieldSealer, is_sealed

SEALED = "[sealed]"
BATCH = 1_000


@dataclass(frozen=True)
class StoredEnvelopes:
    """`application.access.audit.Envelopes`: nothing is lifted, so that old names show."""

    recorder: LogRecorder
    sealer: FieldSealer

    def of(
        self, stream: StreamId, *, after: int, up_to: int | None, limit: int, resolved: bool
    ) -> Sequence[Envelope]:
        rows = self.recorder.select_stream(stream, up_to)
        page = [row for row in rows if row.originator_version > after][:limit]
        return [self._envelope(stream, row, resolved=resolved) for row in page]

    def _envelope(self, stream: StreamId, row: Notification, *, resolved: bool) -> Envelope:
        said: dict[str, Any] = from_json(row.state)
        payload = said["payload"]
        if resolved:
            context = f"{stream}:{row.originator_version}"
            payload = self.sealer.unseal(payload, FileId(said["file"]), context)
        else:
            payload = masked(payload)
        return Envelope(
            stream=stream,
            version=row.originator_version,
            position=row.id,
            name=row.topic,
            digest=digest(stream, row.originator_version, row.topic, row.state).hex(),
            envelope={**said, "payload": payload},
        )


def exported(recorder: LogRecorder, after: int = 0) -> Iterator[Mapping[str, Any]]:
    """Each event beyond a position, in the order of the log; what is sealed reads `[sealed]`."""
    while batch := recorder.select_news(after, BATCH):
        for row in batch:
            said: dict[str, Any] = from_json(row.state)
            yield {
                "position": row.id,
                "stream": row.originator_id,
                "version": row.originator_version,
                "name": row.topic,
                **said,
                "payload": masked(said["payload"]),
            }
        after = batch[-1].id


def masked(value: Any) -> Any:
    """The same JSON with a mark in the place of everything sealed."""
    match value:
        case dict() if is_sealed(value):
            return SEALED
        case dict():
            return {key: masked(item) for key, item in value.items()}
        case list():
            return [masked(item) for item in value]
        case _:
            return value
