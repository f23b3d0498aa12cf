"""What is counted from: every search and stay of a council, as the log stood at a position."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from application.measures.quarter import Quarter
from domain.placement.events import PlacementEvent
from domain.placement.periods import StayPeriod
from domain.provider import Provider
from domain.referral.events import ReferralEvent
from domain.shared.envelope import Recorded
from domain.shared.moments import When

Search = Sequence[Recorded[ReferralEvent]]
Stay = Sequence[Recorded[PlacementEvent]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """`judged_at` is the instant of knowing: what falls due after it is not counted yet."""

    searches: Sequence[Search]
    placements: Sequence[Stay]
    stays: Sequence[StayPeriod]
    providers: Mapping[UUID, Provider]
    quarter: Quarter
    judged_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is counted: whether it also counts above the line, and on whose word.

    `moment` puts it into its quarter. `labels` are what figures are cut by; one thing may
    have several needs. `hours` is how long it took, where that is what is measured.
    """

    moment: When
    counts: bool
    events: tuple[UUID, ...]
    labels: Mapping[str, tuple[str, ...]]
    hours: float | None = None


def ids(*recorded: Recorded[Any]) -> tuple[UUID, ...]:
    return tuple(each.event_id for each in recorded)


def labelled(**labels: object) -> Mapping[str, tuple[str, ...]]:
    """Labels that have a value, as text."""
    return {name: (str(value),) for name, value in labels.items() if value is not None}
