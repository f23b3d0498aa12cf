"""How often, and when, it was confirmed where a young person goes from here."""

from dataclasses import dataclass

from domain.placement.events import MoveOnConfirmed
from domain.placement.history import History, of_kind
from domain.shared.moments import When
from domain.shared.personal import Erased


@dataclass(frozen=True, kw_only=True)
class ShownMoveOn:
    """`plan` is none for who reads no narrative."""

    on: When
    to: str
    plan: str | Erased | None


def move_on_shown(known: History) -> tuple[ShownMoveOn, ...]:
    told = (each.event for each in of_kind(known, MoveOnConfirmed))
    return tuple(ShownMoveOn(on=each.on, to=each.to, plan=each.plan) for each in told)
