"""C-REG24-16W and C-REG23-6WD: how long a child may live with carers not approved for it.

A connected person is approved for sixteen weeks, and once for up to eight more (regs. 24 and
25); a foster carer may take a child outside the terms of an approval in an emergency only, for
six working days. Both end when they are approved for good, on terms that take the child, or
the child leaves; after them the placement must end once there is somewhere to go.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from domain.placement.approving import ApprovalKind
from domain.placement.events import (
    ApprovalGranted,
    ApprovalRefused,
    CarersApproved,
    PlacementStarted,
)
from domain.placement.history import History, end_of, first_of, last_word_on_start, of_kind
from domain.shared.approval import OutsideApproval
from domain.shared.clock_catalogue import C_REG23_6WD, C_REG24_16W
from domain.shared.clocks import (
    Clock,
    ClockTerms,
    Limit,
    Unit,
    closed,
    due_after,
    opened,
)
from domain.shared.envelope import Recorded
from domain.shared.moments import before


def carers(history: History, terms: ClockTerms) -> Iterator[Clock]:
    yield from _for_a_while(history, terms)
    yield from _outside_terms(history, terms)


def _for_a_while(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """One for the first temporary approval: there is no second one after it."""
    temporary = [each for each in of_kind(history, CarersApproved) if each.event.temporary]
    if not temporary:
        return
    first, limit = temporary[0], terms.limits[C_REG24_16W]
    clock = opened(first, C_REG24_16W, limit, terms, anchored_at=first.event.from_)
    yield _closed(_extended(clock, history, terms), history, first)


def _extended(clock: Clock, history: History, terms: ClockTerms) -> Clock:
    """Later by the weeks that somebody who may has approved, and nobody refused since (R-155)."""
    weeks = _weeks(history)
    if weeks is None or clock.limit is None:
        return clock
    limit = Limit(number=clock.limit.number + weeks, unit=Unit.WEEKS)
    due = due_after(limit, clock.anchored_at, terms.calendar, terms.office_hours)
    return replace(clock, due=due, limit=limit)


def _weeks(history: History) -> int | None:
    """Of the last approval that stands."""
    weeks: int | None = None
    for recorded in history:
        match recorded.event:
            case ApprovalGranted(kind=ApprovalKind.TEMPORARY_CARERS, weeks=given):
                weeks = given
            case ApprovalRefused(kind=ApprovalKind.TEMPORARY_CARERS):
                weeks = None
            case _:
                pass
    return weeks


def _outside_terms(history: History, terms: ClockTerms) -> Iterator[Clock]:
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None or start.event.bought:
        return
    if OutsideApproval.code in {each.code for each in start.event.breaches}:
        limit, since = terms.limits[C_REG23_6WD], word.effective_at
        clock = opened(start, C_REG23_6WD, limit, terms, anchored_at=since)
        yield _closed(clock, history, start)


def _closed(clock: Clock, history: History, opened_by: Recorded[Any]) -> Clock:
    for_good = [
        each
        for each in of_kind(history, CarersApproved)
        if not each.event.temporary and each.position > opened_by.position
    ]
    approved, end = next(iter(for_good), None), end_of(history)
    late = approved and end and before(end.effective_at, approved.effective_at)
    return closed(clock, None if late else approved, end)
