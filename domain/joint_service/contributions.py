"""What falls due of yearly contributions in any time, to the penny (R-11, R-38, R-111)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from math import floor

from domain.joint_service.agreement import Contributions
from domain.joint_service.years import begins_on, months_between
from domain.shared.money import Funder
from domain.shared.vocabulary import Pence

MONTHS = 12


def accrued(agreed: Contributions, lead: Funder, day: date) -> Counter[Funder]:
    """Pence due under one agreement from its first day until, and without, a day.

    Counted from the first day each time, so that parts of years lose no penny: twelve
    months come to the yearly sum, however they are cut.
    """
    months = months_between(agreed.since, day)
    due = Counter({each.funder: floor(each.yearly * months / MONTHS) for each in agreed.parts})
    due[lead] += floor(agreed.total * months / MONTHS) - due.total()
    return due


def due_between(
    agreed: Sequence[Contributions], lead: Funder, until: date, first: date, last: date
) -> Mapping[Funder, Pence]:
    """Pence due from each funder from `first` until, and without, `last`.

    `agreed` are the agreements in order, each up to the next, the last one up to `until`.
    """
    due = Counter[Funder]()
    ends = [*(each.since for each in agreed[1:]), until]
    for each, end in zip(agreed, ends, strict=True):
        begins, stops = max(first, each.since), min(last, end)
        if begins < stops:
            due.update(accrued(each, lead, stops))
            due.subtract(accrued(each, lead, begins))
    return {funder: Pence(pence) for funder, pence in due.items()}


def due_in_year(
    agreed: Sequence[Contributions], lead: Funder, until: date, year: int
) -> Mapping[Funder, Pence]:
    return due_between(agreed, lead, until, begins_on(year), begins_on(year + 1))
