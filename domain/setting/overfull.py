"""Nights on which facts have put more into a home than it may take: reported, never hidden (6-51).

Unlike `Places.nights_over`, which answers a decision about some nights, this tells every
stretch of a home's whole history, with the numbers, for the register of such homes.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, pairwise

from domain.setting.chronology import remembered
from domain.setting.dated import words_on
from domain.setting.events import SettingEvent
from domain.setting.nights import Places
from domain.setting.state import Listed, Setting
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded


class OverfullPeriod(Period):
    """More `taken` than the `limit` of registered and configured places, night after night."""

    limit: int
    taken: int


def overfull(history: Iterable[Recorded[SettingEvent]]) -> Sequence[OverfullPeriod]:
    """Every such stretch of one home, oldest first."""
    return overfull_of(remembered(history))


def overfull_of(setting: Setting) -> Sequence[OverfullPeriod]:
    return list(_stretches(setting.places())) if isinstance(setting, Listed) else []


def _stretches(places: Places) -> Iterator[OverfullPeriod]:
    entries = (*places.configured, *places.registered, *places.exempted, *places.claims)
    changes = _changes(places)
    points = {day for entry in entries for day in (entry.from_, entry.until) if day is not None}
    days = sorted(points)
    in_use = accumulate(changes[day] for day in days)
    for (first, until), taken in zip(pairwise([*days, None]), in_use, strict=True):
        if first is not None and taken > (limit := places.limit_on(first)):
            yield OverfullPeriod(
                since=first,
                until=until,
                source=list(words_on(entries, first))[-1],
                ended_by=None if until is None else list(words_on(entries, until))[-1],
                limit=limit,
                taken=taken,
            )


def _changes(places: Places) -> Counter[date]:
    """By how much the places in use change on a day: so that each claim is looked at once."""
    changes: Counter[date] = Counter()
    for claim in places.claims:
        if claim.until is None:
            changes[claim.from_] += claim.count
        elif claim.from_ < claim.until:
            changes[claim.from_] += claim.count
            changes[claim.until] -= claim.count
    return changes
