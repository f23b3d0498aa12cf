"""An event in its envelope as bytes, and back.

The envelope lives inside the bytes, because a row of the log is position, stream, version,
name and bytes and nothing else. `previous` comes first and has a fixed width, so that a
chain is verified without parsing what follows. Every event read is validated by pydantic,
so that an enum never comes back as a bare string.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent
from pydantic_core import from_json, to_json

from domain.shared.envelope import Actor, Channel, FileId, Recorded, StreamId
from domain.shared.messages import Event
from domain.shared.moments import is_instant
from infrastructure.event_store.catalogue import Catalogue
from infrastructure.keys.sealing import FieldSealer

_PREVIOUS = b'{"previous":"'
_SEALED = b'"sealed"'
_FROM, _UNTIL = len(_PREVIOUS), len(_PREVIOUS) + 64

FEW = 10
"""Of so few events the keys are asked for one by one: most of them are at hand."""


def previous_of(body: bytes) -> bytes:
    """The digest of the predecessor, as a slice."""
    return bytes.fromhex(body[_FROM:_UNTIL].decode())


def is_sealed(body: bytes) -> bool:
    """Whether there may be something in these bytes that only its file's key opens."""
    return _SEALED in body


def file_of(body: bytes) -> FileId:
    """Whose file an event is kept in."""
    return FileId(from_json(body)["file"])


def recorded_at_of(body: bytes) -> datetime:
    """When an event was recorded, whatever else it says and whether it can be lifted or not."""
    return datetime.fromisoformat(from_json(body)["recorded_at"])


@dataclass(frozen=True)
class Codec:
    catalogue: Catalogue
    sealer: FieldSealer

    def encode(self, recorded: Recorded[Event], previous: bytes) -> bytes:
        rest = to_json(self._envelope(recorded))
        return b"".join((_PREVIOUS, previous.hex().encode(), b'",', rest[1:]))

    def ready(self, stored: Sequence[StoredEvent]) -> None:
        """Before many are decoded: the keys of their files are asked for at once."""
        if len(stored) > FEW:
            self.sealer.ready({file_of(each.state) for each in stored if is_sealed(each.state)})

    def decode(self, stored: StoredEvent) -> Recorded[Any]:
        body = from_json(stored.state)
        stream = StreamId(str(stored.originator_id))
        file = FileId(body["file"])
        context = f"{stream}:{stored.originator_version}"
        payload = body["payload"]
        if is_sealed(stored.state):
            payload = self.sealer.unseal(payload, file, context)
        event_class, payload = self.catalogue.lift(stored.topic, payload)
        return Recorded(
            event=event_class.model_validate(payload),
            event_id=UUID(body["id"]),
            stream=stream,
            version=stored.originator_version,
            position=stored.id if isinstance(stored, Notification) else 0,
            effective_at=_when(body["effective_at"]),
            recorded_at=datetime.fromisoformat(body["recorded_at"]),
            actor=_actor(**body["actor"]),
            channel=Channel(body["channel"]),
            file=file,
            reason=body.get("reason"),
            correlation=_uuid(body.get("correlation")),
            causation=_uuid(body.get("causation")),
            command_key=body.get("key"),
        )

    def _envelope(self, recorded: Recorded[Event]) -> dict[str, Any]:
        context = f"{recorded.stream}:{recorded.version}"
        event = recorded.event
        payload = self.sealer.seal(
            event.model_dump(mode="json"), type(event), recorded.file, context
        )
        said = {
            "id": recorded.event_id,
            "effective_at": recorded.effective_at,
            "precision": "minute" if is_instant(recorded.effective_at) else "day",
            "recorded_at": recorded.recorded_at,
            "actor": recorded.actor.model_dump(exclude_none=True),
            "channel": recorded.channel,
            "file": recorded.file,
            "reason": recorded.reason,
            "correlation": recorded.correlation,
            "causation": recorded.causation,
            "key": recorded.command_key,
        }
        return {k: v for k, v in said.items() if v is not None} | {"payload": payload}


@lru_cache(maxsize=1024)
def _actor(**said: Any) -> Actor:
    """The same people act again and again."""
    return Actor.model_construct(**said)


def _when(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None
