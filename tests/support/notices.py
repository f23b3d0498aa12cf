"""Notice that is shortened, extended, given again or taken back. A test names what it is about."""

from datetime import date
from typing import Any

from domain.placement.commands import AgreeOtherEnd, WithdrawNotice
from domain.placement.events import NoticeReplaced, NoticeShortenedByAgreement, NoticeWithdrawn
from domain.shared.terms import NoticeClass
from tests.support.placements import BROKER, MANAGER, notice_served

PRIYA = "priya-provider"
SERVED, AGREED, LAST_DAY = date(2026, 4, 1), date(2026, 4, 3), date(2026, 5, 1)
SOONER, PAID, LATER = date(2026, 4, 11), date(2026, 4, 18), date(2026, 5, 20)


def agree(earliest_end: date = SOONER, **said: Any) -> AgreeOtherEnd:
    facts = {
        "notice": 1,
        "sooner": earliest_end < LAST_DAY,
        "agreed_on": AGREED,
        "earliest_end": earliest_end,
        "pay_until": max(earliest_end, PAID),
        "reason": "A place nearer to the college is free.",
        "written": True,
        "provider_agreed": PRIYA,
        "approved_by": MANAGER,
        "looked_after": False,
        "by": BROKER,
    }
    return AgreeOtherEnd(**facts | said)


def shortened(earliest_end: date = SOONER, pay_until: date = PAID) -> NoticeShortenedByAgreement:
    return NoticeShortenedByAgreement(
        notice=1,
        agreed_on=AGREED,
        was=LAST_DAY,
        earliest_end=earliest_end,
        pay_until=pay_until,
        reason="A place nearer to the college is free.",
        provider_agreed=PRIYA,
        approved_by=MANAGER,
        by=BROKER,
    )


def withdraw(number: int = 1, **said: Any) -> WithdrawNotice:
    facts = {
        "on": AGREED,
        "reason": "More hours were agreed.",
        "provider_agreed": PRIYA,
        "approved_by": MANAGER,
        "by": BROKER,
    }
    return WithdrawNotice(notice=number, **facts | said)


def withdrawn(number: int = 1) -> NoticeWithdrawn:
    return NoticeWithdrawn(
        notice=number,
        on=AGREED,
        reason="More hours were agreed.",
        provider_agreed=PRIYA,
        approved_by=MANAGER,
        by=BROKER,
    )


def replaced(served_at: date, earliest_end: date, own_end: date) -> NoticeReplaced:
    behaviour = notice_served(
        served_at,
        earliest_end=earliest_end,
        days=14,
        reason="behaviour",
        notice_class=NoticeClass.SPECIFIC,
    )
    return NoticeReplaced(**dict(behaviour), replaces=1, own_end=own_end)
