"""Deadlines as a calendar (RFC 5545): an all-day event for each, and nothing personal in it."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from application.clock.queries import DueClock
from domain.shared.moments import LONDON, london_day

LINE = 75
"""Octets in a line; a longer one goes on in the next, after a blank (3.1)."""

HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Placement Casework//Deadlines//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Deadlines",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
)


def calendar(clocks: Iterable[DueClock], at: datetime) -> str:
    """Every deadline on the working day to plan by, or else on the day on which it falls due."""
    events = (line for clock in clocks for line in _event(clock, at))
    lines = (*HEAD, *events, "END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in folded(line))


def _event(clock: DueClock, at: datetime) -> Iterator[str]:
    day = clock.plan_by or london_day(clock.due)
    late = "Overdue: " if clock.breached else ""
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(clock)}"
    yield f"DTSTAMP:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{escaped(f'{late}{clock.code}, due {_when(clock)}')}"
    if clock.case_id is not None:
        yield f"DESCRIPTION:{escaped(f'Case {clock.case_id}')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(clock: DueClock) -> str:
    """The same for one deadline however often it is read or moved; it tells of nobody."""
    told = hashlib.sha256(f"{clock.stream}/{clock.key}".encode()).hexdigest()
    return f"{told[:32]}@placement-casework"


def _when(clock: DueClock) -> str:
    """The day, and where hours are counted the time in London as well."""
    local = clock.due.astimezone(LONDON)
    day = _day(local.date())
    return day if clock.plan_by is not None else f"{day} at {local:%H:%M %Z}"


def _day(day: date) -> str:
    return f"{day:%a} {day.day} {day:%b %Y}"


def escaped(text: str) -> str:
    """Text as a value (3.3.11)."""
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A content line in parts of at most 75 octets, cut between characters (3.1)."""
    part = ""
    for character in line:
        if len((part + character).encode()) > LINE:
            yield part
            part = " "
        part += character
    yield part
