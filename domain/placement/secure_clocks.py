"""C-SECURE-72: no child is kept in a secure home for longer than 72 hours without a court.

From the moment it moved in; and, once a court has allowed it until a day, by the end of that
day. A move to another secure home winds nothing back: it runs on from the first of those that
follow one another without a night elsewhere, and a court's word goes with the child (R-225). The
hours of 72 that are left then are not counted again: how they add up over 28 days was not seen
(docs/domain/03; docs/domain/10, R-242; A).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest
from typing import Any

from domain.placement.events import CourtAuthorityRecorded, PlacementStarted
from domain.placement.history import History, end_of, first_of, last_word_on_start, of_kind
from domain.placement.moves_made import moves_of
from domain.shared.calendar import ONE_DAY
from domain.shared.clock_catalogue import C_SECURE_72
from domain.shared.clocks import Clock, ClockTerms, Due, closed, due_by, opened
from domain.shared.envelope import Recorded
from domain.shared.moments import When, before, begins, london_day
from domain.shared.vocabulary import Provision


@dataclass(frozen=True, kw_only=True)
class _Kept:
    """From when the child was in a secure home, and what ended that, if anything has."""

    opened_by: Recorded[Any]
    since: When
    ended_by: Recorded[Any] | None
    history: History


def secure(
    history: History, terms: ClockTerms, elsewhere: Sequence[History] = ()
) -> Iterator[Clock]:
    """Of one placement; `elsewhere` are the child's others, from which it may have come."""
    others = [kept for each in (history, *elsewhere) for kept in _in_secure_homes(each)]
    for kept in _in_secure_homes(history):
        stays = [*_led_to(kept, others), kept]
        since, given = stays[0].since, _given(stays)
        moved_in = opened(
            kept.opened_by, C_SECURE_72, terms.limits[C_SECURE_72], terms, anchored_at=since
        )
        yield closed(moved_in, next(iter(given), None), kept.ended_by)
        for authority, following in zip_longest(given, given[1:]):
            if authority.event.until is not None:
                clock = _until_it_ends(kept, authority, authority.event.until, terms)
                yield closed(clock, following, kept.ended_by)


def was_in_a_secure_home(history: History) -> bool:
    return next(_in_secure_homes(history), None) is not None


def _led_to(kept: _Kept, others: Sequence[_Kept]) -> Sequence[_Kept]:
    """The stays in secure homes straight before it, the first first: no night lay between."""
    came_from = [each for each in others if _leads_to(each, kept)]
    if not came_from:
        return []
    last = min(came_from, key=lambda each: begins(each.since))
    return [*_led_to(last, others), last]


def _leads_to(earlier: _Kept, kept: _Kept) -> bool:
    if begins(earlier.since) >= begins(kept.since):
        return False
    left = earlier.ended_by
    return left is None or london_day(left.effective_at) >= london_day(kept.since)


def _in_secure_homes(history: History) -> Iterator[_Kept]:
    """Each time that the child was, as its provider moved it in and out; a move within is none."""
    grouped = groupby(_homes(history), key=lambda home: home[2] is Provision.SECURE_HOME)
    turns = [(secured, next(homes)) for secured, homes in grouped]
    for (secured, (moved_in, since, _)), following in zip_longest(turns, turns[1:]):
        if secured:
            ended_by = following[1][0] if following else end_of(history)
            yield _Kept(opened_by=moved_in, since=since, ended_by=ended_by, history=history)


def _homes(history: History) -> Iterator[tuple[Recorded[Any], When, Provision]]:
    start, word = first_of(history, PlacementStarted), last_word_on_start(history)
    if start is None or word is None:
        return
    yield start, word.effective_at, start.event.provision
    for move in moves_of(history):
        yield move, move.event.at, move.event.to.provision


def _given(stays: Sequence[_Kept]) -> Sequence[Recorded[CourtAuthorityRecorded]]:
    """In the order in which they hold; none that was over before, or made after the child left."""
    came, left = london_day(stays[0].since), stays[-1].ended_by
    told = {
        each.event_id: each
        for stay in stays
        for each in of_kind(stay.history, CourtAuthorityRecorded)
    }
    hold = [
        each
        for each in told.values()
        if (each.event.until is None or each.event.until >= came)
        and (left is None or not before(left.effective_at, each.event.from_))
    ]
    return sorted(hold, key=lambda each: each.order)


def _until_it_ends(
    kept: _Kept, authority: Recorded[CourtAuthorityRecorded], last: date, terms: ClockTerms
) -> Clock:
    """Due at the first moment without it: one that begins on the next day follows in time."""
    clock = due_by(authority, C_SECURE_72, last, terms)
    due = Due(at=begins(last + ONE_DAY), plan_by=terms.calendar.on_or_before(last))
    return replace(clock, due=due, key=f"{clock.key}:{kept.opened_by.event_id}")
