"""Telling a build of a batch: all of it at once, or event by event up to the one it cannot bear."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import structlog
from sqlalchemy import Connection, insert

from domain.shared.envelope import Recorded, StreamId
from infrastructure.event_store.tables import stopped_projections
from infrastructure.failures import is_to_be_tried_again
from infrastructure.read_models.base import Build, Desk
from infrastructure.read_models.positions import move_back

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An event that cannot be decoded: a broken seal, a lost key, a name nobody knows."""

    position: int
    stream: StreamId
    error: Exception


Told = Recorded[Any] | Unreadable


def news(build: Build, position: int, batch: Sequence[Told]) -> Sequence[Told]:
    """What of a batch concerns a build that stood at a position."""
    return [
        told for told in batch if told.position > position and build.model.concerns(told.stream)
    ]


def tell(build: Build, desk: Desk, batch: Sequence[Told]) -> None:
    """All at once. Whatever is raised concerns nobody but this build."""
    told = [_readable(each) for each in batch]
    if told:
        at_work = replace(desk, batch=told, sheets={}, believed={})
        for recorded in told:
            build.model.project(at_work, recorded)
        at_work.write_down()


def tell_alone(build: Build, desk: Desk, batch: Sequence[Told], end: int) -> None:
    """In a savepoint of its own; where that fails, event by event up to the poison.

    It has been moved on to `end`, and is moved back to where it stops.
    """
    try:
        with desk.connection.begin_nested():
            tell(build, desk, batch)
    except Exception as error:
        if is_to_be_tried_again(error):
            raise
        _up_to_the_poison(build, desk, batch, end)


def _up_to_the_poison(build: Build, desk: Desk, batch: Sequence[Told], end: int) -> None:
    for told in batch:
        try:
            with desk.connection.begin_nested():
                tell(build, desk, [told])
        except Exception as error:
            if is_to_be_tried_again(error):
                raise
            move_back(desk.connection, build.key, end, told.position - 1)
            _stop(desk.connection, build.key, told.position, type(error).__name__)
            break


def _readable(told: Told) -> Recorded[Any]:
    if isinstance(told, Unreadable):
        raise told.error
    return told


def _stop(connection: Connection, key: str, position: int, error: str) -> None:
    # No traceback: it would print personal data.
    log.error("projection stopped", projection=key, position=position, error=error)
    connection.execute(
        insert(stopped_projections).values(projection=key, position=position, error=error)
    )
