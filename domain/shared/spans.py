"""Turning points into periods: each ends whatever was open before it."""

from collections.abc import Iterable
from typing import Any, TypeVar

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded

P = TypeVar("P", bound=Period)


def spans(turns: Iterable[tuple[Recorded[Any], P | None]]) -> tuple[P, ...]:
    """Periods of one kind, which never overlap, from turning points in business order.

    A turning point opens a period or, with none, leaves nothing open. An end with nothing
    to end is passed over.
    """
    periods: list[P] = []
    current: P | None = None
    for turn, opens in turns:
        if current is not None:
            periods.append(_ended(current, turn))
        current = opens
    return (*periods, current) if current is not None else tuple(periods)


def _ended(period: P, turn: Recorded[Any]) -> P:
    return period.model_copy(update={"until": turn.effective_at, "ended_by": turn.event_id})
