"""An authority's dated facts: editions of its boundaries, and who may authorise how much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from domain.authority.boundaries import Boundaries
from domain.authority.events import (
    AuthorityEstablished,
    AuthorityEvent,
    BoundariesChanged,
    FundingLimitSet,
)
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.money import Amount
from domain.shared.vocabulary import Provision


class BoundariesPeriod(Period):
    boundaries: Boundaries


class FundingLimitPeriod(Period):
    """Up to so many pence a week; without a limit where there is none."""

    role: str
    provision: Provision | None
    limit: Amount | None


@dataclass(frozen=True, slots=True)
class AuthorityChronology:
    boundaries: Sequence[BoundariesPeriod]
    limits: Sequence[FundingLimitPeriod]


P = TypeVar("P", bound=Period)


def chronology(history: Iterable[Recorded[AuthorityEvent]]) -> AuthorityChronology:
    """Yield the periods of one authority from its history, in the order it was recorded."""
    boundaries: list[BoundariesPeriod] = []
    limits: dict[tuple[str, Provision | None], list[FundingLimitPeriod]] = {}
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        match recorded.event:
            case (AuthorityEstablished() | BoundariesChanged()) as event:
                boundaries.append(
                    BoundariesPeriod(
                        since=event.boundaries.from_,
                        source=recorded.event_id,
                        boundaries=event.boundaries,
                    )
                )
            case FundingLimitSet() as event:
                about = limits.setdefault((event.role, event.provision), [])
                about.append(_limit(event, recorded))
    each_line = [_in_succession(line) for line in limits.values()]
    return AuthorityChronology(
        _in_succession(boundaries), [period for line in each_line for period in line]
    )


def _limit(event: FundingLimitSet, recorded: Recorded[AuthorityEvent]) -> FundingLimitPeriod:
    return FundingLimitPeriod(
        since=event.from_,
        source=recorded.event_id,
        role=event.role,
        provision=event.provision,
        limit=event.limit,
    )


def _in_succession(periods: Iterable[P]) -> Sequence[P]:
    """Each holds until the next begins; of two from one day the later recorded holds."""
    by_day: dict[date, P] = {london_day(period.since): period for period in periods}
    line = [by_day[day] for day in sorted(by_day)]
    return [
        period
        if after is None
        else period.model_copy(update={"until": after.since, "ended_by": after.source})
        for period, after in zip(line, [*line[1:], None], strict=True)
    ]
