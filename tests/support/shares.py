"""What shares come to on a day, counted without the rule that they are held against."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from domain.shared.money import Share


def wrong_days(total: int, shares: Sequence[Share], since: date) -> list[tuple[date, int, int]]:
    """Each day on which it is not the whole, or not one who leads: what it is, and how many."""
    found = [(day, *_on(day, shares)) for day in _days(shares, since)]
    return [each for each in found if each[1:] != (total, 1)]


def same_days(some: Sequence[Share], others: Sequence[Share]) -> bool:
    """Whether the same funders pay the same on each of the days around which something changes."""
    return all(_who(day, some) == _who(day, others) for day in _days([*some, *others], date.min))


def _who(day: date, shares: Sequence[Share]) -> list[tuple[str, str, int]]:
    paid = [s for s in shares if (s.since or date.min) <= day < (s.until or date.max)]
    return sorted((s.funder, s.underwrites or "", s.weekly) for s in paid)


def _on(day: date, shares: Sequence[Share]) -> tuple[int, int]:
    paid = [s for s in shares if (s.since or date.min) <= day < (s.until or date.max)]
    return sum(share.weekly for share in paid), sum(share.lead for share in paid)


def _days(shares: Iterable[Share], since: date) -> list[date]:
    """The first day, and those around each on which something changes."""
    edges = {edge for share in shares for edge in (share.since, share.until) if edge is not None}
    around = {edge + timedelta(days=n) for edge in edges for n in (-1, 0, 1)}
    return sorted({since} | {day for day in around if day >= since})
