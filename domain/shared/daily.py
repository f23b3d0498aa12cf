"""What a weekly price costs by the day: whole pence, and seven days in a row are the week (R-188).

A day that is paid is the night that begins on it (R-04). Where a week is no sevenfold of a
penny, the odd pence fall on fixed days, so that every day has one price whoever asks and since
whenever.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from domain.shared.calendar import ONE_DAY
from domain.shared.money import Funder, Share
from domain.shared.vocabulary import Pence

DAYS = 7


def cost_between(weekly: int, since: date, until: date) -> Pence:
    """From a day to the day before another; nothing where that is not later."""
    if until <= since:
        return Pence(0)
    return Pence(weekly * until.toordinal() // DAYS - weekly * since.toordinal() // DAYS)


def cost_of_day(weekly: int, day: date) -> Pence:
    return cost_between(weekly, day, day + ONE_DAY)


def split_between(
    weekly: int, shares: Sequence[Share], since: date, until: date
) -> Mapping[Funder, Pence]:
    """Each funder's part, floored to the penny; the lead pays what is left (R-11)."""
    parts = Counter[Funder]()
    for share in shares:
        if not share.lead:
            parts[share.funder] += cost_between(share.weekly, since, until)
    rest = cost_between(weekly, since, until) - sum(parts.values())
    for share in shares:
        if share.lead:
            parts[share.funder] += rest
    return {funder: Pence(pence) for funder, pence in parts.items()}
