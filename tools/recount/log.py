"""The log as it was written out: what people said, and what the service made of it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
CLOCK = "clock-"


@dataclass(frozen=True)
class Line:
    """One event. `on` is the day in London on which it was true."""

    stream: str
    name: str
    on: date
    at: datetime
    told: dict[str, Any]


def read(lines: Iterable[str | bytes]) -> Iterator[Line]:
    for each in lines:
        said = json.loads(each)
        yield Line(
            stream=said["stream"],
            name=said["name"],
            on=day_of(said["effective_at"]),
            at=datetime.fromisoformat(said["recorded_at"]),
            told=said["payload"],
        )


def day_of(text: str) -> date:
    if "T" not in text:
        return date.fromisoformat(text)
    return datetime.fromisoformat(text).astimezone(LONDON).date()
