"""Everything that is read of one child, on any day and as known at any instant."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.case.broken import RecordedBreach
from application.case.course import ShownCourse
from application.case.deadlines import Deadline
from application.case.timeline import Entry
from application.case.view.whole import CaseView
from application.case.whereabouts import Whereabouts
from interface.http.asking import Asked, AskedOf
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404))


@dataclass(frozen=True, kw_only=True)
class ReadCase(CaseView):
    """`as_known_at` is none where everything known counts."""

    as_known_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class ReadWhereabouts(Whereabouts):
    """`as_known_at` is none where everything known counts."""

    as_known_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class About:
    """What was asked, and the position of the log that it was answered from."""

    case_id: UUID
    as_at: date
    as_known_at: datetime | None
    position: int


@dataclass(frozen=True, kw_only=True)
class Timeline(About):
    entries: Sequence[Entry]


@dataclass(frozen=True, kw_only=True)
class ReadCourse(ShownCourse):
    """`as_known_at` is none where everything known counts."""

    as_at: date
    as_known_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Deadlines(About):
    clocks: Sequence[Deadline]


@dataclass(frozen=True, kw_only=True)
class Breaches(About):
    breaches: Sequence[RecordedBreach]


@router.get("")
def read_case(
    case_id: UUID,
    response: Response,
    asked: AskedOf,
    caller: Caller = reading(Action.READ_CASE),
) -> ReadCase:
    """The whole of a case on one day: who, where, on whose word, and what is due."""
    found = caller.service.records.view(case_id, asked.of)
    response.headers["ETag"] = _weak_etag(found)
    shown = {each.name: getattr(found, each.name) for each in fields(CaseView)}
    return ReadCase(**shown, as_known_at=asked.known_at)


@router.get("/timeline")
def read_timeline(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_CASE)
) -> Timeline:
    """Everything that happened, in plain words and business order, with every correction."""
    entries, position = caller.service.records.timeline(case_id, asked.of)
    return Timeline(**about(case_id, asked, position), entries=entries)


@router.get("/whereabouts")
def read_whereabouts(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_CASE)
) -> ReadWhereabouts:
    """Where the child is, on whose word, last confirmed when, and what speaks against it."""
    found = caller.service.records.whereabouts(case_id, asked.of)
    shown = {each.name: getattr(found, each.name) for each in fields(Whereabouts)}
    return ReadWhereabouts(**shown, as_known_at=asked.known_at)


@router.get("/clocks")
def read_case_clocks(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_WORKLIST)
) -> Deadlines:
    """Every deadline of one child and how it stood, met and stopped ones too."""
    clocks, position = caller.service.records.deadlines(case_id, asked.of)
    return Deadlines(**about(case_id, asked, position), clocks=clocks)


@router.get("/reviews")
def read_reviews(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_CASE)
) -> ReadCourse:
    """How the child's care was reviewed, what came of it, and in the child's own words."""
    found = caller.service.records.reviews(case_id, asked.of)
    shown = {each.name: getattr(found, each.name) for each in fields(ShownCourse)}
    return ReadCourse(**shown, as_at=asked.of.day, as_known_at=asked.known_at)


@router.get("/breaches")
def read_breaches(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_CASE)
) -> Breaches:
    """The rules that facts broke and the deadlines that ran out, as they were recorded."""
    breaches, position = caller.service.records.breaches(case_id, asked.of)
    return Breaches(**about(case_id, asked, position), breaches=breaches)


def about(case_id: UUID, asked: Asked, position: int) -> dict[str, Any]:
    return {
        "case_id": case_id,
        "as_at": asked.of.day,
        "as_known_at": asked.known_at,
        "position": position,
    }


def _weak_etag(view: CaseView) -> str:
    """Of what the view was composed of: it changes when any of its streams does."""
    composed = f"{view.as_at}:{sorted(view.versions.items())}"
    return f'W/"{hashlib.sha256(composed.encode()).hexdigest()[:16]}"'
