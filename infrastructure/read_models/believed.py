"""What is believed of a stream, revised: rows that differ are closed, and new ones opened."""

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from domain.shared.envelope import Recorded
from infrastructure.read_models.base import Desk
from infrastructure.read_models.parts import Parts, Place, place_of
from infrastructure.read_models.shapes import Shape, shape_of
from infrastructure.read_models.sheets import Row


@dataclass(slots=True)
class Line:
    """A row that is still believed: one that stands in its table, or is on its way there."""

    content: tuple[Any, ...]
    number: int | None = None
    coming: dict[str, Any] | None = None


def write(
    desk: Desk, recorded: Recorded[Any], wanted: Sequence[Row], parts: Parts | None = None
) -> None:
    """Close what is no longer so and open what is new, at the position of this event."""
    shape = shape_of(desk.tables[0], parts)
    missing = Counter(map(shape.content, wanted))
    believed = []
    for line in _believed(desk, recorded, parts):
        if missing[line.content] > 0:
            missing[line.content] -= 1
            believed.append(line)
        else:
            _close(desk, shape, line, recorded.position)
    opened = [_open(desk, shape, recorded, content) for content in missing.elements()]
    desk.believed[place_of(recorded, parts)] = [*believed, *opened]


def _close(desk: Desk, shape: Shape, line: Line, position: int) -> None:
    if line.coming is not None:
        line.coming["known_until"] = position
    else:
        desk.sheet().change(shape.closing, {"closed": line.number, "at": position})


def _open(desk: Desk, shape: Shape, recorded: Recorded[Any], content: tuple[Any, ...]) -> Line:
    row = dict(zip(shape.names, content, strict=True))
    row |= {"stream": recorded.stream, "known_from": recorded.position, "known_until": None}
    desk.sheet().add(row)
    return Line(content, coming=row)


def _believed(desk: Desk, recorded: Recorded[Any], parts: Parts | None) -> Sequence[Line]:
    """Read at once for all places of the batch, but for streams that begin in it."""
    place = place_of(recorded, parts)
    if place not in desk.believed:
        begun = {each.stream for each in desk.batch if each.version == 1}
        places = {place_of(each, parts) for each in desk.batch}
        desk.believed.update({each: [] for each in places})
        if known := {each for each in places if each[0] not in begun}:
            _read_believed(desk, known, parts)
    return desk.believed[place]  # type: ignore[no-any-return]  # of this module's own making


def _read_believed(desk: Desk, known: AbstractSet[Place], parts: Parts | None) -> None:
    shape = shape_of(desk.tables[0], parts)
    wanted: dict[str, Sequence[str]] = {"streams": sorted({stream for stream, _ in known})}
    if parts is not None:
        wanted["parts"] = sorted({str(part) for _, part in known})
    for stream, number, *content in desk.connection.execute(shape.believed, wanted):
        # Another stream of the batch may have a part of the same name.
        if (place := (stream, shape.part(content))) in known:
            desk.believed[place].append(Line(tuple(content), number))
