"""Days and instants as they are sent: written out in full, and in our time."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AwareDatetime, BeforeValidator

from domain.shared.moments import When

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
