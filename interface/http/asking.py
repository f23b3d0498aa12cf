"""The two times in a request: `as_at` a day, `as_known_at` an instant. Never one for both."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Depends, Header, Query
from pydantic import AwareDatetime, BeforeValidator

from application.access.principal import Principal
from application.shared.asking import AsOf
from domain.shared.moments import When, london_day
from interface.http.dependencies import ServiceOf, principal

_DAY = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_INSTANT = re.compile(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$")


_YEARS = range(1900, 2200)
"""Wide enough for a birth and for the end of what is kept; an instant here fits any offset."""


def _in_our_time(value: str) -> bool:
    return int(value[:4]) in _YEARS


def _day(value: Any) -> Any:
    # Left to itself pydantic reads a number as seconds since 1970.
    if isinstance(value, str) and not (_DAY.match(value) and _in_our_time(value)):
        raise ValueError("give a date as 2026-03-31")
    return value


def _instant(value: Any) -> Any:
    if isinstance(value, str) and not (_INSTANT.match(value) and _in_our_time(value)):
        raise ValueError("give an instant with its offset, as 2026-03-31T12:00:00Z")
    return value


Day = Annotated[date, BeforeValidator(_day)]
Instant = Annotated[AwareDatetime, BeforeValidator(_instant)]


def _moment(value: Any) -> Any:
    told = isinstance(value, str) and (_DAY.match(value) or _INSTANT.match(value))
    if isinstance(value, str) and not (told and _in_our_time(value)):
        raise ValueError("give a date, or a date and time with its offset")
    return value


Moment = Annotated[When, BeforeValidator(_moment)]
"""A day, or an instant with its offset: what is known of when it happened."""


@dataclass(frozen=True)
class Asked:
    """The moment a question is about. `known_at` is none where everything known counts."""

    of: AsOf
    known_at: datetime | None


def asked(
    service: ServiceOf,
    _: Annotated[Principal, Depends(principal)],
    as_at: Annotated[Day | None, Query(description="What was true on this day")] = None,
    as_known_at: Annotated[
        Instant | None, Query(description="Going by what had been recorded at this instant")
    ] = None,
    at_least: Annotated[
        int | None,
        Header(alias="At-Least-Position", ge=0, le=2**53, description="Wait for this position"),
    ] = None,
) -> Asked:
    if at_least is not None:
        # A position that nothing has reached yet is nobody's to wait for.
        service.read_models.wait_for(min(at_least, service.log_times.newest()))
    at = as_known_at or service.clock.now()
    position = service.log_times.position_at(as_known_at) if as_known_at else None
    return Asked(AsOf(day=as_at or london_day(at), position=position, at=at), as_known_at)


AskedOf = Annotated[Asked, Depends(asked)]


def known_then(
    service: ServiceOf,
    who: Annotated[Principal, Depends(principal)],
    as_known_at: Annotated[
        Instant | None, Query(description="Going by what had been recorded at this instant")
    ] = None,
) -> Asked:
    """For a question that names its days itself: only what was known may be another moment's."""
    return asked(service, who, as_known_at=as_known_at)


KnownThen = Annotated[Asked, Depends(known_then)]
