"""Which children of the return the planted faults are about."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from application.imports.ssda903 import ChildPlan
from domain.shared.vocabulary import CaseId, Provision, birthday
from interface.demo.staff import Roll

MOVED_AGO = 20
"""Days since most of them moved."""

OVERDUE_SINCE = 200
NOTICE_AGO = 45
LIVED_THERE = 20
"""Days before notice was served, and since it: a notice of 30 days has run out."""


@dataclass(frozen=True)
class Chosen:
    """The children that the faults are about, each in one fault only."""

    overdue_review: ChildPlan
    unallocated: ChildPlan
    too_young: ChildPlan
    in_two_places: ChildPlan
    unregistered: ChildPlan
    lapsed: ChildPlan
    unsigned: ChildPlan
    under_notice: ChildPlan
    crowd: Sequence[ChildPlan]
    with_suspended: ChildPlan

    @property
    def reviewed(self) -> Mapping[CaseId, int]:
        """How many days ago two of them were reviewed: too long, and just before notice."""
        # Without the review the council could not have given notice (SI 2010/959, reg. 14).
        return {
            self.overdue_review.case_id: OVERDUE_SINCE,
            self.under_notice.case_id: NOTICE_AGO + 1,
        }

    @classmethod
    def among(cls, roll: Roll, today: date) -> "Chosen":
        """The first in the return's order that fit, by the day on which they moved."""
        moved = today - timedelta(days=MOVED_AGO)
        settled = [child for child in roll.in_care if _is_settled(child)]
        young = iter(_aged(settled, moved, 6, 14))
        fifteen = iter(_aged(settled, moved, 15, 15))
        older = iter(_aged(settled, moved, 16, 17))
        return cls(
            overdue_review=next(young),
            unallocated=next(young),
            too_young=next(fifteen),
            in_two_places=next(young),
            unregistered=next(older),
            lapsed=next(young),
            unsigned=next(older),
            under_notice=next(older),
            crowd=[next(young), next(young), next(young)],
            with_suspended=next(older),
        )


def _is_settled(child: ChildPlan) -> bool:
    last = child.placements[-1]
    return last.ended is None and last.provision is Provision.FOSTERING


def _aged(children: Sequence[ChildPlan], day: date, first: int, last: int) -> Iterator[ChildPlan]:
    """Those of these ages on a day; the oldest stay under 18 for some time yet."""
    for child in children:
        born_on = child.born_on
        old_enough = birthday(born_on, first) <= day - timedelta(days=NOTICE_AGO + LIVED_THERE)
        if old_enough and day + timedelta(days=MOVED_AGO) < birthday(born_on, last + 1):
            yield child
