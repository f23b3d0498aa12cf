"""Occupancy by night: the places a home may fill, what fills them, and where it is too much."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.setting.chronology import OccupationKind, OccupationPeriod
from domain.setting.standing import Standing
from domain.shared.chronology import Period


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """One night of one home, in places.

    `limit` is the lesser of registered and configured places; `over` says by how much it is
    exceeded, which is shown and never hidden. `admits` is false where the home is shut,
    restricted or without registration, however many places are free.
    """

    night: date
    limit: int
    reserved: int
    occupied: int
    blocked: int
    other_authorities: int
    free: int
    over: int
    admits: bool


def by_night(
    nights: Sequence[date], standings: Sequence[Standing], occupation: Sequence[OccupationPeriod]
) -> Sequence[Night]:
    """Each of these nights; before the home is listed it may fill no place."""
    return [
        _night(
            night,
            next((each for each in standings if holds(each, night)), None),
            [each for each in occupation if holds(each, night)],
        )
        for night in nights
    ]


def holds(period: Period, night: date) -> bool:
    """Whether a period has this night. Unlike a day, the night of leaving is free (R-04)."""
    return period.since <= night and (period.until is None or night < period.until)


def _night(night: date, standing: Standing | None, occupation: Sequence[OccupationPeriod]) -> Night:
    taken = {
        kind: sum(each.count for each in occupation if each.kind is kind) for kind in OccupationKind
    }
    limit = standing.limit if standing else 0
    left = limit - sum(taken.values())
    return Night(
        night=night,
        limit=limit,
        reserved=taken[OccupationKind.RESERVED],
        occupied=taken[OccupationKind.OCCUPIED],
        blocked=taken[OccupationKind.BLOCKED],
        other_authorities=taken[OccupationKind.OTHER_AUTHORITY],
        free=max(0, left),
        over=max(0, -left),
        admits=standing is not None and standing.admits,
    )
