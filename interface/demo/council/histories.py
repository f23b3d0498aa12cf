"""A history in care, told as a return tells it: an episode for every change.

A history is two lists, homes by date and legal statuses by date. The episodes follow: on
each date something changed, and RNE says what; X1 joins them; a reason stands where the
home changed. So the rules on RNE, X1, gaps and overlaps hold by construction.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from interface.demo.council.homes import Home
from interface.demo.council.people import Person
from interface.demo.council.shape import YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """One child's period of care. `left` is when it ended and the REC, or none."""

    person: Person
    need: str
    home_postcode: str
    homes: Mapping[date, Home]
    statuses: Mapping[date, str]
    reasons: Mapping[date, str]
    left: tuple[date, str] | None = None

    @property
    def started(self) -> date:
        return min(self.homes)

    @property
    def started_in_year(self) -> bool:
        return self.started >= YEAR.first

    @property
    def last_home(self) -> Home:
        return self.homes[max(self.homes)]

    def stays_in_year(self) -> list[tuple[date, date]]:
        """From when until when the child was in each home, cut to the year."""
        ends = [*sorted(self.homes)[1:], self.left[0] if self.left else YEAR.last]
        return [
            (max(start, YEAR.first), end)
            for start, end in zip(sorted(self.homes), ends, strict=True)
            if end >= YEAR.first
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """A line of the episodes file, before it is written."""

    decom: date
    rne: str
    status: str
    home: Home
    dec: date | None
    rec: str
    reason: str


def episodes_of(history: History) -> list[Episode]:
    """The episodes that were open at any time in the year, oldest first."""
    dates = sorted({*history.homes, *history.statuses})
    changes = [_change(history, day) for day in dates]
    ends: list[tuple[date | None, str]] = [(day, "X1") for day in dates[1:]]
    ends.append(history.left or (None, ""))
    episodes = []
    for number, ((home, status), (dec, rec)) in enumerate(zip(changes, ends, strict=True)):
        moved = dec is not None and dec in history.homes
        rne = _rne(changes[number - 1], changes[number]) if number else "S"
        episodes.append(
            Episode(
                decom=dates[number],
                rne=rne,
                status=status,
                home=home,
                dec=dec,
                rec=rec,
                reason=history.reasons[dec] if dec and moved else "",
            )
        )
    return [each for each in episodes if each.dec is None or each.dec >= YEAR.first]


def _change(history: History, day: date) -> tuple[Home, str]:
    return (
        history.homes[max(each for each in history.homes if each <= day)],
        history.statuses[max(each for each in history.statuses if each <= day)],
    )


def _rne(before: tuple[Home, str], after: tuple[Home, str]) -> str:
    moved, status_changed = before[0] != after[0], before[1] != after[1]
    return {(True, False): "P", (False, True): "L", (True, True): "B"}[moved, status_changed]
