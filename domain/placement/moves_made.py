"""The moves within a provider that happened, in business order: none after it had left (R-246).

What lies after the end is taken as not having happened, and comes back should there have been no
such end; a move into the home where the child was already is none.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from domain.placement.events.setting_change import SettingChanged
from domain.placement.history import History, end_of, of_kind
from domain.placement.new_home import Moved
from domain.placement.state import Begun, Ended
from domain.shared.envelope import Recorded
from domain.shared.moments import When, before, begins
from domain.shared.vocabulary import SettingId

T = TypeVar("T")


def moves_of(history: History) -> Sequence[Recorded[SettingChanged]]:
    moves, end = of_kind(history, SettingChanged), end_of(history)
    if not moves:
        return []
    first = min(moves, key=lambda each: each.version).event.was
    told = [
        (Moved(each.event.to.setting_id, each.event.at, each.event.was), each) for each in moves
    ]
    return list(_happened(told, first, end.event.at if end else None))


def home_at(placement: Begun, when: When) -> SettingId:
    """In which of the provider's homes the child lived at a moment."""
    return next(
        (home for home, since, _ in reversed(homes(placement)) if not before(when, since)),
        first_home(placement),
    )


def first_home(placement: Begun) -> SettingId:
    moves = placement.particulars.moves
    return moves[0].was if moves else placement.particulars.arrangement.setting_id


def homes(placement: Begun) -> Sequence[tuple[SettingId, When, When | None]]:
    """Every home that it lived in, since when and until when."""
    first = first_home(placement)
    end = placement.ended_at if isinstance(placement, Ended) else None
    told = sorted(placement.particulars.moves, key=lambda each: begins(each.at))
    made = list(_happened([(each, each) for each in told], first, end))
    came = [(first, placement.started_at), *((each.setting_id, each.at) for each in made)]
    left = [*(each.at for each in made), end]
    return [(home, since, until) for (home, since), until in zip(came, left, strict=True)]


def _happened(moves: Sequence[tuple[Moved, T]], home: SettingId, end: When | None) -> Iterator[T]:
    for move, told in moves:
        if (end is None or not before(end, move.at)) and move.setting_id != home:
            home = move.setting_id
            yield told
