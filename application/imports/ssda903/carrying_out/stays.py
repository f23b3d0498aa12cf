"""Who came to a home and who left, told to it in the order of the days.

In any other order a child who has long left would seem to be there still when the next one
is told of, and the home would be said to be too full.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.findings import Line
from domain.setting.commands.places import RecordArrival, RecordDeparture
from domain.setting.state import Listed
from domain.shared.vocabulary import PlacementId

Fact = RecordArrival | RecordDeparture
LEAVES, ARRIVES = 0, 1


@dataclass(frozen=True, slots=True)
class StayThere:
    """One placement's nights in a home: from the day of arrival up to the day of leaving."""

    placement_id: PlacementId
    came: date
    left: date | None
    line: Line | None = None
    """The last line of the return that tells of it."""


def tell_stays(telling: Retelling, stays: Iterable[StayThere]) -> None:
    """Tell what the home does not hold."""
    for fact, line in _in_order(stays):
        if not _holds(telling.state, fact):
            telling.tell(fact, *([line] if line else ()))


def most_at_once(stays: Sequence[StayThere]) -> int:
    """The most children there on any one night."""
    changes = [(stay.came, 1) for stay in stays]
    changes += [(stay.left, -1) for stay in stays if stay.left is not None]
    return max(accumulate(change for _, change in sorted(changes)), default=0)


def _in_order(stays: Iterable[StayThere]) -> Sequence[tuple[Fact, Line | None]]:
    """By day; on one day, who leaves makes room for who comes."""
    told = sorted(_facts(stays), key=lambda dated: dated[:2])
    return [(fact, line) for _, _, fact, line in told]


def _facts(stays: Iterable[StayThere]) -> Iterator[tuple[date, int, Fact, Line | None]]:
    for stay in stays:
        mine, came, left = stay.placement_id, stay.came, stay.left
        if left == came:  # nobody slept there, so no place was taken
            continue
        yield came, ARRIVES, RecordArrival(placement_id=mine, on=came), stay.line
        if left is not None:
            yield left, LEAVES, RecordDeparture(placement_id=mine, on=left), stay.line


def _holds(state: object, fact: Fact) -> bool:
    if not isinstance(state, Listed):
        return True
    stay = state.latest(fact.placement_id)
    return stay is not None and (isinstance(fact, RecordArrival) or stay.left)
