"""The hours of support of each week: bought, given, and confirmed (R-34, R-222). Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.placement.chronology import chronology
from domain.placement.commands.support import Confirmer
from domain.placement.events import PlacementEvent
from domain.placement.events.support import SupportAnswered, SupportGiven
from domain.placement.periods import PlacementChronology
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.personal import Erased

DAYS = 7
WEEK = tuple(timedelta(days=day) for day in range(DAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportWeek:
    """One week, in half hours. None of `given` or `confirmed` where nobody has said so yet.

    `shortfall` is what was bought beyond what was confirmed, `disputed` whether the provider
    says that there was more.
    """

    week: date
    bought: int
    individual: int | None
    shared: int | None
    confirmed: int | None
    said_by: Confirmer | None
    words: str | Erased | None
    shortfall: int | None
    disputed: bool


def support_weeks(
    history: Sequence[Recorded[PlacementEvent]], until: date
) -> Iterator[SupportWeek]:
    """Each week that something was said of by a day, in order."""
    held = chronology(history)
    told = [each.event for each in history if london_day(each.effective_at) <= until]
    given = {each.week: each for each in told if isinstance(each, SupportGiven)}
    answered = {each.week: each for each in told if isinstance(each, SupportAnswered)}
    for week in sorted(given.keys() | answered.keys()):
        yield _week(bought_in(held, week), given.get(week), answered.get(week))


def bought_in(held: PlacementChronology, week: date) -> int:
    """What the agreement of each day buys, a seventh a day, for the days the child lived here."""
    there = [week + day for day in WEEK if _lives_here(held, week + day)]
    agreed = [held.agreement_on(day) for day in there]
    sevenths = sum(each.terms.half_hours for each in agreed if each is not None)
    return (2 * sevenths + DAYS) // (2 * DAYS)


def _lives_here(held: PlacementChronology, day: date) -> bool:
    return any(stay.covers(day) for stay in held.stays)


def _week(bought: int, given: SupportGiven | None, said: SupportAnswered | None) -> SupportWeek:
    confirmed = said.half_hours if said else None
    claimed = given.individual + given.shared if given else None
    told = given or said
    if told is None:
        raise ValueError("nothing was said of this week")
    return SupportWeek(
        week=told.week,
        bought=bought,
        individual=given.individual if given else None,
        shared=given.shared if given else None,
        confirmed=confirmed,
        said_by=said.said_by if said else None,
        words=said.words if said else None,
        shortfall=None if confirmed is None else max(bought - confirmed, 0),
        disputed=confirmed is not None and claimed is not None and confirmed < claimed,
    )
