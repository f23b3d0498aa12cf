"""How often a child is to be visited, by what holds on a day (SI 2010/959, reg. 28; L-11).

A pattern names limits of the dated edition and holds no number itself. Where regulations were
amended since 2014 (long-term fostering) the edition is where it is said (docs/domain/03).
"""

from dataclasses import dataclass
from typing import Final

from domain.shared.clock_catalogue import (
    C_VISIT_3M,
    C_VISIT_6W,
    C_VISIT_CO_PARENT,
    C_VISIT_CO_PARENT_6W,
    C_VISIT_WEEKLY,
    C_VISIT_WEEKLY_4W,
    C_VISIT_WEEKLY_6W,
)
from domain.shared.clocks import ClockCode
from domain.shared.vocabulary import LegalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitPattern:
    """The clock that a visit opens, and the limit it counts.

    `at_once` is the limit from the fact by which the pattern began, where that has its own.
    """

    code: ClockCode
    limit: ClockCode
    at_once: ClockCode | None = None


WEEKLY: Final = VisitPattern(code=C_VISIT_WEEKLY, limit=C_VISIT_WEEKLY)
AFTER_WEEKLY_4W: Final = VisitPattern(code=C_VISIT_WEEKLY, limit=C_VISIT_WEEKLY_4W)
AFTER_WEEKLY_6W: Final = VisitPattern(code=C_VISIT_WEEKLY, limit=C_VISIT_WEEKLY_6W)
CARE_ORDER_MADE: Final = VisitPattern(
    code=C_VISIT_CO_PARENT, limit=C_VISIT_CO_PARENT_6W, at_once=C_VISIT_CO_PARENT
)
SIX_WEEKS: Final = VisitPattern(code=C_VISIT_6W, limit=C_VISIT_6W)
THREE_MONTHS: Final = VisitPattern(code=C_VISIT_3M, limit=C_VISIT_3M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """What the pattern goes by on a day.

    `order_made_here` is whether the care order was made while the child lived here;
    `temporary_carer` whether a connected person was approved for the time being (reg. 24);
    `reviewed` whether a statutory review was held since the visits here began; `until_18`
    whether the placement is meant to last until then. `parents_assessed` is whether it is known
    that they can care for the child: before that it lives with them by reg. 19.
    """

    legal_status: LegalStatus
    with_parents: bool = False
    order_made_here: bool = False
    temporary_carer: bool = False
    reviewed: bool = False
    first_year: bool = True
    until_18: bool = False
    parents_assessed: bool = False


def pattern(held: Circumstances) -> VisitPattern:
    """The pattern of visits that the law asks for in these circumstances."""
    interim = held.legal_status is LegalStatus.INTERIM_CARE_ORDER
    if held.with_parents and held.legal_status is LegalStatus.CARE_ORDER and held.order_made_here:
        return CARE_ORDER_MADE
    if held.temporary_carer or (held.with_parents and interim):
        return AFTER_WEEKLY_4W if held.reviewed else WEEKLY
    if held.with_parents and not held.parents_assessed:
        return AFTER_WEEKLY_6W if held.reviewed else WEEKLY
    if held.until_18 and not held.first_year:
        return THREE_MONTHS
    return SIX_WEEKS
