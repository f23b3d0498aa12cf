"""Rows for the log, as its tests need them: what they say is of no consequence."""

from eventsourcing.persistence import StoredEvent

from infrastructure.event_store.rows import CommandRow


def stored(stream: str, version: int, *, name: str = "case.opened.v1") -> StoredEvent:
    return StoredEvent(stream, version, name, f"{stream} {version}".encode())


def answered(stream: str, version: int, *, key: str = "key-1", answer: str = "{}") -> CommandRow:
    return CommandRow(
        authority="E06000015",
        subject="officer-1",
        key=key,
        body_hmac=b"\x00digest\xff",
        answer=answer,
        stream=stream,
        version=version,
    )
