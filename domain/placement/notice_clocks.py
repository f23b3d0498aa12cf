"""C-NOT-30, C-NOT-14, C-NOT-PROV, C-NOT-OWN: by when the child has somewhere else to live (2.6)."""

from collections.abc import Iterator
from dataclasses import replace

from domain.placement.history import History, end_of
from domain.placement.notices import Notice, notices_given
from domain.shared.clock_catalogue import C_NOT_14, C_NOT_30, C_NOT_OWN, C_NOT_PROV
from domain.shared.clocks import Clock, ClockCode, ClockTerms, Due, closed, due_by
from domain.shared.moments import before
from domain.shared.terms import NoticeClass, NoticeParty

CODES = {NoticeClass.GENERAL: C_NOT_30, NoticeClass.SPECIFIC: C_NOT_14, None: C_NOT_PROV}


def _code(notice: Notice) -> ClockCode:
    """The council's own homes have no contract, and so no class of notice (R-211)."""
    if notice.party is NoticeParty.COUNCIL and notice.notice_class is None:
        return C_NOT_OWN
    return CODES[notice.notice_class]


def notices(history: History, terms: ClockTerms) -> Iterator[Clock]:
    """One for each notice that names an end: it moves with what is agreed, and stops with it.

    One that is over when it is given ("collect her now") has run out at once (R-148).
    """
    end = end_of(history)
    for said in notices_given(history):
        notice = said.notice
        if notice.expires is None:
            continue
        clock = due_by(said.given, _code(notice), notice.expires, terms)
        if notice.expires_at is not None:
            clock = replace(clock, due=Due(at=notice.expires_at, plan_by=None))
        stop = said.stopped or (end if end and before(end.event.at, notice.given_at) else None)
        yield closed(clock, None if stop else end, stop)
