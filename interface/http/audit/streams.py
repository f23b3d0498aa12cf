"""The log itself: the envelopes of one stream, as they are stored."""

from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from pydantic import BaseModel

from application.access.actions import Action
from application.access.audit import Envelope
from application.access.policy import ENGAGEMENT, Decision
from application.clock.owners import PREFIX, owner_of
from application.task.raising import PREFIX as TASKS
from application.task.raising import subject_of
from domain.shared.envelope import StreamId
from interface.http.asking import AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.paging import CursorText, Limit, Number, opened, written
from interface.http.problems import declared
from interface.http.streams import StreamText

router = APIRouter(prefix="/streams", tags=["audit"])


class NextEnvelopes(BaseModel):
    position: Number
    version: Number


@dataclass(frozen=True, kw_only=True)
class Envelopes:
    """A page of a stream. `resolved` says whether sealed values were opened."""

    stream: str
    position: int
    resolved: bool
    events: Sequence[Envelope]
    next: str | None


@router.get("/{stream}/events", responses=declared(404))
def read_stream(
    stream: StreamText,
    asked: AskedOf,
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_LOG),
) -> Envelopes:
    """Every event of a stream in its envelope, in the order of the log.

    What is sealed reads as `[sealed]`. `Purpose: engagement` opens it, and is noted.
    """
    resolved = caller.purpose == ENGAGEMENT
    _reach(caller, StreamId(stream), resolved=resolved)
    known = asked.of.position
    newest = caller.service.log_times.newest() if known is None else known
    seen = opened(cursor, NextEnvelopes) if cursor else NextEnvelopes(position=newest, version=0)
    found = caller.service.audit.envelopes.of(
        StreamId(stream),
        after=seen.version,
        up_to=seen.position,
        limit=limit + 1,
        resolved=resolved,
    )
    page = found[:limit]
    more = (
        written(NextEnvelopes(position=seen.position, version=page[-1].version))
        if len(found) > limit
        else None
    )
    return Envelopes(
        stream=stream, position=seen.position, resolved=resolved, events=page, next=more
    )


def _reach(caller: Caller, stream: StreamId, *, resolved: bool) -> None:
    """Tenancy as everywhere; opening what is sealed is noted whoever's stream it is."""
    caller.reach(stream)
    if stream.startswith(PREFIX):
        caller.reach(owner_of(stream))
    if stream.startswith(TASKS):
        caller.reach(subject_of(stream))
    if resolved:
        opening = Decision(allow=True, rule=ENGAGEMENT)
        caller.service.access_log.note(
            caller.principal, caller.action, stream, caller.purpose, opening
        )
