"""The measures of page 04: a quarter's figure, made again from the log each time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated

from fastapi import APIRouter, Path, Query

from application.access.actions import Action
from application.measures.catalogue import ALL
from application.measures.figure import NOT_APPLICABLE, Figure
from application.measures.quarter import Quarter
from application.measures.queries import Measured
from domain.shared.calendar import ONE_DAY
from interface.http.asking import Asked, KnownThen
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared

router = APIRouter(prefix="/measures", tags=["measures"])

QuarterText = Annotated[
    str,
    Query(
        pattern=r"^(19|20|21)\d{2}-(01|04|07|10)$",
        description="The month that the quarter begins with: 2026-04 is April to June 2026",
        examples=["2026-04"],
    ),
]
CodeOfMeasure = Annotated[str, Path(pattern=r"^K-\d{2}[a-z]?$", examples=["K-01a"])]


@dataclass(frozen=True, kw_only=True)
class ListedMeasure:
    """`not_captured` says which act nobody records; without it the measure is counted."""

    code: str
    title: str
    definition: int
    target: str | None
    not_captured: str | None


@dataclass(frozen=True, kw_only=True)
class ReadMeasure(ListedMeasure):
    """A figure, and all that makes it again: definition, quarter, and the log's position.

    `per_thousand_days` is the numerator for each thousand placement-days, where page 04
    asks for it.
    """

    first: date
    last: date
    as_known_at: datetime | None
    position: int
    figure: Figure | None
    placement_days: int | None
    per_thousand_days: str | None


@router.get("", responses=declared())
def list_measures(caller: Caller = reading(Action.READ_MEASURES)) -> Sequence[ListedMeasure]:
    """What is counted, and what cannot be because its act is not recorded."""
    del caller
    return [
        ListedMeasure(
            code=each.code,
            title=each.title,
            definition=each.version,
            target=each.target,
            not_captured=each.not_captured,
        )
        for each in ALL
    ]


@router.get("/{code}", responses=declared(404))
def read_measure(
    code: CodeOfMeasure,
    asked: KnownThen,
    quarter: QuarterText,
    *,
    published: Annotated[
        bool, Query(description="As it may be published: no count below six, no events")
    ] = False,
    caller: Caller = reading(Action.READ_MEASURES),
) -> ReadMeasure:
    """One measure of a quarter, with the events behind it; by what was known at an instant."""
    year, month = quarter.split("-")
    found = caller.service.measuring.measured(
        caller.principal.authority,
        code,
        Quarter(date(int(year), int(month), 1)),
        asked.of,
        published=published,
    )
    return _shown(found, asked)


def _shown(found: Measured, asked: Asked) -> ReadMeasure:
    measure = found.measure
    return ReadMeasure(
        code=measure.code,
        title=measure.title,
        definition=measure.version,
        target=measure.target,
        not_captured=measure.not_captured,
        first=found.quarter.first,
        last=found.quarter.before - ONE_DAY,
        as_known_at=asked.known_at,
        position=found.position,
        figure=found.figure,
        placement_days=found.placement_days,
        per_thousand_days=_per_thousand(found),
    )


def _per_thousand(found: Measured) -> str | None:
    """To two decimals; `n/a` where nobody slept anywhere, or the count is not told."""
    if found.figure is None or found.placement_days is None:
        return None
    above = found.figure.total.numerator
    if above is None or not found.placement_days:
        return NOT_APPLICABLE
    hundredths = (200_000 * above + found.placement_days) // (2 * found.placement_days)
    return f"{hundredths // 100}.{hundredths % 100:02d}"
