"""Which legal status each child had, by day and as it was known."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Boolean, Column, Text

from application.shared.ports import History
from domain.case.chronology.care import legal_statuses_of
from domain.case.corrections import latest_corrections, standing
from domain.case.events import CaseEvent
from domain.case.legal import is_in_care
from infrastructure.read_models.bitemporal import Bitemporal, times
from infrastructure.read_models.sheets import Row

NAME = "legal_statuses"


def rows(history: History[CaseEvent]) -> Iterable[Row]:
    facts, corrections = standing(history.events), latest_corrections(history.events)
    for period in legal_statuses_of(facts, corrections):
        yield {
            **times(period),
            "authority": history.events[0].actor.authority,
            "case_id": history.stream.removeprefix("case-"),
            "legal_status": period.legal_status,
            "national_code": period.national_code,
            "looked_after": is_in_care(period.legal_status),
        }


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("case_id", Text, nullable=False),
        Column("legal_status", Text, nullable=False),
        Column("national_code", Text),
        Column("looked_after", Boolean, nullable=False),
    )


MODEL = Bitemporal(NAME, 1, "case", columns, rows).read_model()
