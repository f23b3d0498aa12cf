"""The chronology of one child, extracted for scrutiny: JSON, or CSV for a spreadsheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Header, Response

from application.access.actions import Action
from application.case.timeline import Entry
from domain.shared.moments import When, is_instant
from interface.http.asking import AskedOf
from interface.http.cases.reading import About, about
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared
from interface.http.spreadsheet import MEDIA_TYPE, as_csv, wants_csv

router = APIRouter(prefix="/cases/{case_id}", tags=["cases"], responses=declared(404))


@dataclass(frozen=True, kw_only=True)
class Line:
    """One event in the chronology; `corrects` is the event that it puts right."""

    effective_at: When
    precision: str
    recorded_at: datetime
    sentence: str
    milestone: str | None
    recorded_by: str
    role: str
    stream: str
    name: str
    event_id: UUID
    position: int
    corrects: UUID | None


@dataclass(frozen=True, kw_only=True)
class Chronology(About):
    lines: Sequence[Line]


@router.get(
    "/chronology",
    response_model=Chronology,
    responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
)
def extract_chronology(
    case_id: UUID,
    asked: AskedOf,
    accept: Annotated[str | None, Header()] = None,
    caller: Caller = reading(Action.EXTRACT_CHRONOLOGY),
) -> Chronology | Response:
    """The chronology as JSON or CSV, each line with its event id and position."""
    entries, position = caller.service.records.timeline(case_id, asked.of)
    lines = list(_lines(entries))
    if wants_csv(accept):
        header = [field.name for field in fields(Line)]
        rows = [[_cell(getattr(line, name)) for name in header] for line in lines]
        return as_csv(header, rows, f"chronology-{case_id}.csv")
    return Chronology(**about(case_id, asked, position), lines=lines)


def _lines(entries: Sequence[Entry]) -> Iterable[Line]:
    for entry in entries:
        yield _line(entry)
        yield from _corrections(entry)


def _line(entry: Entry) -> Line:
    return Line(
        effective_at=entry.effective_at,
        precision=_precision(entry.effective_at),
        recorded_at=entry.word.recorded_at,
        sentence=entry.sentence,
        milestone=entry.milestone,
        recorded_by=entry.word.recorded_by,
        role=entry.word.role,
        stream=entry.word.stream,
        name=entry.name,
        event_id=entry.word.event_id,
        position=entry.word.position,
        corrects=None,
    )


def _corrections(entry: Entry) -> Iterable[Line]:
    for correction in entry.corrections:
        yield Line(
            effective_at=entry.effective_at,
            precision=_precision(entry.effective_at),
            recorded_at=correction.word.recorded_at,
            sentence=correction.sentence,
            milestone=None,
            recorded_by=correction.word.recorded_by,
            role=correction.word.role,
            stream=correction.word.stream,
            name=correction.name,
            event_id=correction.word.event_id,
            position=correction.word.position,
            corrects=correction.corrects,
        )


def _precision(when: When) -> str:
    return "minute" if is_instant(when) else "day"


def _cell(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
