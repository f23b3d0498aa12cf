"""C-SREV-EARLY: before the council ends the placement of a child it looks after, it is reviewed.

The gate of a notice asks that a review is held or scheduled; this deadline holds the council to
it, by the day on which the notice runs out (docs/domain/10, R-248).
"""

from collections.abc import Iterator
from operator import attrgetter

from domain.placement.history import History, end_of, last_word_on_start
from domain.placement.notices import GivenNotice, notices_given
from domain.shared.child_in_law import ChildInLaw
from domain.shared.clock_catalogue import C_SREV_EARLY
from domain.shared.clocks import Clock, ClockTerms, closed, due_by
from domain.shared.moments import before
from domain.shared.terms import NoticeParty
from domain.shared.vocabulary import NOT_IN_CARE


def early_reviews(history: History, terms: ClockTerms, child: ChildInLaw) -> Iterator[Clock]:
    """One for each notice of the council that no immediate risk excuses from a review."""
    for said in notices_given(history):
        last_day = said.notice.expires
        if last_day is not None and _is_owed(said, child):
            clock = due_by(said.given, C_SREV_EARLY, last_day, terms)
            yield _closed(clock, said, history, child)


def _is_owed(said: GivenNotice, child: ChildInLaw) -> bool:
    notice = said.notice
    held = [turn for turn in child.turns if not before(notice.given_at, turn.fact.effective_at)]
    looked_after = bool(held) and held[-1].legal_status not in NOT_IN_CARE
    return looked_after and notice.party is NoticeParty.COUNCIL and not notice.immediate_risk


def _closed(clock: Clock, said: GivenNotice, history: History, child: ChildInLaw) -> Clock:
    """Any review since the child came here answers it, as it answers the gate (6-23)."""
    start, end = last_word_on_start(history), end_of(history)
    answers = [
        review
        for review in child.reviews
        if start is not None and not before(review.effective_at, start.effective_at)
        if end is None or not before(end.effective_at, review.effective_at)
    ]
    first = min(answers, key=attrgetter("order"), default=None)
    return closed(clock, first, said.stopped or end)
