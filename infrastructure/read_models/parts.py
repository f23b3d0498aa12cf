"""Parts of a stream's rows: one clock of hundreds is computed again alone, and not the others.

Where each event of a stream concerns one part of its rows, only that part is computed again
and compared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.shared.envelope import Recorded, StreamId

Part = str | None
"""What the rows that an event concerns have in their column of parts; none where it is all rows."""

Place = tuple[StreamId, Part]


@dataclass(frozen=True, slots=True)
class Parts:
    """How the rows of a stream part: by a column, and to which part an event belongs."""

    column: str
    of: Callable[[Any], str]


def place_of(recorded: Recorded[Any], parts: Parts | None) -> Place:
    return recorded.stream, parts.of(recorded.event) if parts else None
