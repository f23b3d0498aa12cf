"""What a provider answers of a notice itself: whether another end, or taking it back, is agreed."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.vocabulary import Subject


class NoticeChangeKind(StrEnum):
    """What is to become of a notice."""

    SHORTEN = "shorten"
    EXTEND = "extend"
    WITHDRAW = "withdraw"


class NoticeAnswer(Value):
    """An authorised user of the provider said yes or no to a change of its n-th notice.

    Another end is agreed with its day and the last day that is paid; no other is meant by it.
    """

    notice: int
    change: NoticeChangeKind
    agrees: bool
    earliest_end: date | None = None
    pay_until: date | None = None
    by: Subject


def agreed_by(
    answers: Sequence[NoticeAnswer],
    notice: int,
    change: NoticeChangeKind,
    days: tuple[date | None, date | None] = (None, None),
) -> Subject | None:
    """Who said yes to just this, if that was the provider's last word on the change."""
    said = [each for each in answers if (each.notice, each.change) == (notice, change)]
    if not said or not said[-1].agrees:
        return None
    last = said[-1]
    return last.by if (last.earliest_end, last.pay_until) == days else None
