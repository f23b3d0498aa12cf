"""Notice as it stands: what was given, and what was agreed, replaced or taken back since (2.6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from domain.placement.endings import ImmediateGround
from domain.placement.events import (
    NoticeExpiredChildStillPlaced,
    NoticeExtendedByAgreement,
    NoticeReplaced,
    NoticeServed,
    NoticeShortenedByAgreement,
    NoticeWithdrawn,
    OwnHomeNoticeServed,
    PlacementEvent,
    ProviderNoticeReceived,
)
from domain.placement.history import History
from domain.shared.envelope import Recorded
from domain.shared.moments import When, london_day
from domain.shared.terms import NoticeClass, NoticeParty

Giving = NoticeServed | OwnHomeNoticeServed | ProviderNoticeReceived | NoticeReplaced
Changing = NoticeShortenedByAgreement | NoticeExtendedByAgreement
NoticeEvent = Giving | Changing | NoticeWithdrawn | NoticeExpiredChildStillPlaced

GIVING = (NoticeServed, OwnHomeNoticeServed, ProviderNoticeReceived, NoticeReplaced)
CHANGING = (NoticeShortenedByAgreement, NoticeExtendedByAgreement)
NOTICE_EVENTS = (*GIVING, *CHANGING, NoticeWithdrawn, NoticeExpiredChildStillPlaced)


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Notice that was given, the n-th of its placement, as it stands now.

    `expires` is the day at whose end it runs out, if any is named, or on which it does at the
    hour of `expires_at` that a provider named; `ran_out` the day of which
    was noted that it had run out with the child still there. One that was `replaced` or
    `withdrawn` runs no more.
    """

    number: int
    party: NoticeParty
    reason: str
    notice_class: NoticeClass | None
    given_at: When
    days: int | None
    expires: date | None
    pay_until: date | None
    expires_at: datetime | None = None
    immediate_risk: bool = False
    risk_ground: ImmediateGround | None = None
    replaced: bool = False
    withdrawn: bool = False
    ran_out: date | None = None

    @property
    def runs(self) -> bool:
        return not (self.replaced or self.withdrawn)

    @property
    def has_run_out(self) -> bool:
        """Whether it is noted that it ran out on the day on which it does as it stands now."""
        return self.ran_out is not None and self.ran_out == self.expires


@dataclass(frozen=True, kw_only=True)
class GivenNotice:
    """A notice, the event that gave it, and each that changed it, in the order of the record."""

    notice: Notice
    given: Recorded[PlacementEvent]
    changes: tuple[Recorded[PlacementEvent], ...] = ()

    @property
    def stopped(self) -> Recorded[PlacementEvent] | None:
        """What replaced it or took it back, if anything did."""
        return self.changes[-1] if self.changes and not self.notice.runs else None


def remembered(notices: Sequence[Notice], event: NoticeEvent) -> tuple[Notice, ...]:
    """The notices of a placement, once an event has been added."""
    if not isinstance(event, GIVING):
        return tuple(changed(each, event) for each in notices)
    given = notice_of(event, len(notices) + 1)
    if isinstance(event, NoticeReplaced):
        return (*(changed(each, event) for each in notices), given)
    return (*notices, given)


def notices_given(history: History) -> tuple[GivenNotice, ...]:
    """Every notice of a history with what became of it."""
    found: tuple[GivenNotice, ...] = ()
    for recorded in sorted(history, key=lambda each: each.version):
        event = recorded.event
        if isinstance(event, NOTICE_EVENTS):
            found = tuple(_carried_on(each, recorded, event) for each in found)
        if isinstance(event, GIVING):
            found = (*found, GivenNotice(notice=notice_of(event, len(found) + 1), given=recorded))
    return found


def running(notices: Sequence[Notice]) -> Iterator[Notice]:
    return (each for each in notices if each.runs)


def notice_of(event: Giving, number: int) -> Notice:
    """A notice as it was given."""
    if isinstance(event, ProviderNoticeReceived):
        named = london_day(event.end_named) if event.end_named else None
        unset = event.contractual_end is None
        by_the_hour = event.end_named if isinstance(event.end_named, datetime) else None
        return Notice(
            number=number,
            party=NoticeParty.PROVIDER,
            reason=event.reason,
            notice_class=None,
            given_at=event.received_at,
            days=event.days,
            expires=event.contractual_end or named,
            pay_until=event.contractual_end,
            expires_at=by_the_hour if unset else None,
        )
    if isinstance(event, OwnHomeNoticeServed):
        return _of_own_home(event, number)
    return Notice(
        number=number,
        party=event.party,
        reason=event.reason,
        notice_class=event.notice_class,
        given_at=event.served_at,
        days=event.days,
        expires=event.earliest_end,
        pay_until=event.pay_until,
        immediate_risk=event.immediate_risk,
        risk_ground=event.risk_ground,
    )


def _of_own_home(event: OwnHomeNoticeServed, number: int) -> Notice:
    """No contract, and so no class, no days and nothing that is paid to anybody."""
    return Notice(
        number=number,
        party=NoticeParty.COUNCIL,
        reason=event.reason,
        notice_class=None,
        given_at=event.served_at,
        days=None,
        expires=event.earliest_end,
        pay_until=None,
        immediate_risk=event.risk_ground is not None,
        risk_ground=event.risk_ground,
    )


def changed(notice: Notice, event: NoticeEvent) -> Notice:
    """The notice, if the event is about it, as it stands afterwards."""
    match event:
        case NoticeReplaced(replaces=number) if number == notice.number:
            return replace(notice, replaced=True)
        case NoticeWithdrawn(notice=number) if number == notice.number:
            return replace(notice, withdrawn=True)
        case NoticeExpiredChildStillPlaced(notice=number) if number == notice.number:
            return replace(notice, ran_out=event.expired_on)
        case NoticeShortenedByAgreement() | NoticeExtendedByAgreement():
            if event.notice == notice.number:
                end, paid = event.earliest_end, event.pay_until
                return replace(notice, expires=end, expires_at=None, pay_until=paid)
    return notice


def _carried_on(
    given: GivenNotice, recorded: Recorded[PlacementEvent], event: NoticeEvent
) -> GivenNotice:
    after = changed(given.notice, event)
    if after == given.notice:
        return given
    return replace(given, notice=after, changes=(*given.changes, recorded))
