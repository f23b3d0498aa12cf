"""C-NOTIF-5WD, C-AREA-5WD and C-TERM-10WD: one clock for each who must be told.

Before a start that was agreed: by the end of its day. Where it was an emergency, or nobody had
agreed to it, five working days from it. Of an end ten working days (docs/domain/10, R-141).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from domain.placement.events.notifications import (
    AreaAuthorityNotified,
    NotificationSent,
    RecipientExcluded,
    TerminationNotified,
)
from domain.placement.events.setting_change import SettingChangeApproved, SettingChanged
from domain.placement.events.start import PlacementStarted, StartAgreed
from domain.placement.history import History, end_of, not_voided, of_kind
from domain.placement.notifying import AreaContent, Recipient, told_of_end, told_of_start
from domain.placement.visits_owed import VisitingSpan, visiting_spans
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clock_catalogue import C_AREA_5WD, C_NOTIF_5WD, C_TERM_10WD
from domain.shared.clocks import (
    Clock,
    ClockCode,
    ClockTerms,
    Due,
    Outcome,
    closed,
    opened,
)
from domain.shared.envelope import Recorded
from domain.shared.moments import before, end_of_day, london_day
from domain.shared.vocabulary import Locality

OUTSIDE = frozenset({Locality.ADJOINING, Locality.AT_A_DISTANCE})


def notification_clocks(history: History, terms: ClockTerms, child: ChildInLaw) -> Iterator[Clock]:
    """Everybody who was or is owed word of where a child who is looked after lives."""
    spans = list(visiting_spans(history, child))
    moved_in = [
        n for n, span in enumerate(spans) if isinstance(span.opened_by.event, SettingChanged)
    ]
    for number in sorted({*range(len(spans[:1])), *moved_in}):
        yield from _of_the_start(spans[number], terms)
    for span in spans[-1:]:
        yield from _of_the_end(span, terms)


def _of_the_start(span: VisitingSpan, terms: ClockTerms) -> Iterator[Clock]:
    sent = [each for each in of_kind(span.history, NotificationSent) if _of_this_home(each, span)]
    for each in told_of_start(_parents(span), outside=_is_outside(span)):
        clock = _opened(span, C_NOTIF_5WD, each.key, terms)
        told = [fact for fact in sent if fact.event.to.may_be(each)]
        yield _closed(clock, told, _excluded(span, each), span.ended_by)
    if _is_outside(span):
        clock = _opened(span, C_AREA_5WD, "area_authority", terms)
        yield _closed(clock, _whole(span), [], span.ended_by)


def _of_the_end(span: VisitingSpan, terms: ClockTerms) -> Iterator[Clock]:
    end = end_of(span.history)
    if end is None or span.ended_by is None or span.ended_by.event_id != end.event_id:
        return
    sent = of_kind(not_voided(span.history), TerminationNotified)
    limit = terms.limits[C_TERM_10WD]
    for each in told_of_end(_parents(span), outside=_is_outside(span)):
        key = f"{C_TERM_10WD}:{each.key}:{end.event_id}"
        clock = opened(end, C_TERM_10WD, limit, terms, key=key)
        told = [fact for fact in sent if fact.event.to.may_be(each)]
        yield _closed(clock, told, _excluded(span, each), None)


def _opened(span: VisitingSpan, code: ClockCode, whom: str, terms: ClockTerms) -> Clock:
    key, limit = f"{code}:{whom}:{span.opened_by.event_id}", terms.limits[code]
    clock = opened(span.opened_by, code, limit, terms, key=key, anchored_at=span.since)
    if not _was_agreed(span) or clock.outcome is Outcome.NOT_KNOWN:
        return clock
    day = london_day(span.since)
    return replace(clock, due=Due(at=end_of_day(day), plan_by=terms.calendar.on_or_before(day)))


def _was_agreed(span: VisitingSpan) -> bool:
    """Whether the start was agreed beforehand, and not on a word given in an emergency."""
    agreed = of_kind(span.history, StartAgreed)
    started = isinstance(span.opened_by.event, PlacementStarted)
    return started and any(each.event.verbal_authority is None for each in agreed)


def _closed(
    clock: Clock,
    told: Sequence[Recorded[Any]],
    excluded: Sequence[Recorded[Any]],
    end: Recorded[Any] | None,
) -> Clock:
    """Met by the first word; stopped by being lawfully left out, or by the end of it all.

    Word to somebody who had been left out meets nothing (R-157).
    """
    left_out = excluded[0] if excluded else None
    in_time = [
        each
        for each in told
        if (end is None or not before(end.effective_at, each.event.on))
        and (left_out is None or _came_first(each, left_out))
    ]
    return closed(clock, next(iter(in_time), None), left_out or end)


def _came_first(told: Recorded[Any], left_out: Recorded[Any]) -> bool:
    """On an earlier day, or on the same one and recorded before it was decided otherwise."""
    said, decided = london_day(told.event.on), london_day(left_out.event.on)
    return (said, told.position) < (decided, left_out.position)


def _excluded(span: VisitingSpan, who: Recipient) -> Sequence[Recorded[Any]]:
    found = of_kind(span.history, RecipientExcluded)
    return [each for each in found if each.event.recipient.may_be(who)]


def _of_this_home(told: Recorded[Any], span: VisitingSpan) -> bool:
    """Word of a home that the provider moved the child to: since its approval, or the move."""
    move = span.opened_by.event
    if not isinstance(move, SettingChanged):
        return True
    allowed = [
        each.recorded_at
        for each in of_kind(span.history, SettingChangeApproved)
        if each.event.to.setting_id == move.to.setting_id and each.version < span.opened_by.version
    ]
    return not before(told.event.on, allowed[-1] if allowed else span.since)


def _whole(span: VisitingSpan) -> Sequence[Recorded[Any]]:
    """The word to the area authority with which it had everything, and those after it."""
    given: set[AreaContent] = set()
    found = of_kind(span.history, AreaAuthorityNotified)
    told = [each for each in found if _of_this_home(each, span)]
    for number, each in enumerate(told):
        given |= set(each.event.contents)
        if given >= set(AreaContent):
            return told[number:]
    return []


def _parents(span: VisitingSpan) -> Sequence[UUID]:
    """The parents on record on the day on which the child came."""
    day = london_day(span.since)
    return [parent.connection_id for parent in span.child.parents if parent.covers(day)]


def _is_outside(span: VisitingSpan) -> bool:
    return span.locality in OUTSIDE
