"""What a placement costs by date: while the child lives there, and what is owed afterwards.

Nobody rewrites what was said: what is learnt late, of a day that is past, makes an adjustment.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import pairwise
from uuid import UUID

from domain.placement.agreement import AgreementTerms
from domain.placement.chronology import chronology
from domain.placement.endings import Instigator
from domain.placement.events import (
    AgreementVaried,
    FinalAccountAgreed,
    PayUntilSet,
    PlacementEvent,
)
from domain.placement.history import History, end_of, of_kind
from domain.placement.notices import notices_given
from domain.shared.chronology import Period
from domain.shared.daily import cost_between
from domain.shared.envelope import Recorded
from domain.shared.messages import Value
from domain.shared.moments import london_day
from domain.shared.terms import NoticeParty
from domain.shared.vocabulary import Pence

ONE_DAY = timedelta(days=1)


class CostKind(StrEnum):
    """Paid for living there, or for nights after the child has left (6-17)."""

    LIVING = "living"
    AFTER_LEAVING = "after_leaving"


class CostPeriod(Period):
    """One weekly price, from a day to the day before another.

    `varied` says that the version came of a variation, and so who pays is its own word.
    """

    since: date
    until: date | None
    kind: CostKind
    version: int
    terms: AgreementTerms
    varied: bool

    def between(self, since: date, until: date) -> Pence:
        """What of this period falls on the days from one to the day before another."""
        last = until if self.until is None else min(until, self.until)
        return cost_between(self.terms.weekly, max(since, self.since), last)


class Adjustment(Value):
    """Nights that were past by then, and cost otherwise by what was recorded (6-74)."""

    recorded_at: datetime
    because: UUID
    cause: str
    since: date
    until: date
    was: Pence
    now: Pence

    @property
    def difference(self) -> int:
        return self.now - self.was


def cost_periods(history: History) -> tuple[CostPeriod, ...]:
    """Every price in its order; of a placement without an agreement in force none."""
    living = tuple(_living(history))
    return (*living, *_after_leaving(history, living))


def total(periods: Sequence[CostPeriod], since: date, until: date) -> Pence:
    return Pence(sum(each.between(since, until) for each in periods))


def _living(history: History) -> Iterator[CostPeriod]:
    varied = {each.event_id for each in history if isinstance(each.event, AgreementVaried)}
    for held in chronology(history).agreements:
        since, until = london_day(held.since), held.until and london_day(held.until)
        if until is None or since < until:
            yield CostPeriod(
                since=since,
                until=until,
                source=held.source,
                ended_by=held.ended_by,
                kind=CostKind.LIVING,
                version=held.version,
                terms=held.terms,
                varied=held.source in varied,
            )


def _after_leaving(history: History, living: Sequence[CostPeriod]) -> Iterator[CostPeriod]:
    """At the last price, until the day that was set or that notice says (6-17, A)."""
    end, until = end_of(history), paid_until(history)
    if end is None or until is None or not living:
        return
    left = london_day(end.event.at)
    if until >= left:
        yield living[-1].model_copy(
            update={
                "since": left,
                "until": until + ONE_DAY,
                "kind": CostKind.AFTER_LEAVING,
                "source": end.event_id,
            }
        )


def paid_until(history: History) -> date | None:
    """The last day that is paid after leaving; none where neither notice nor anybody says.

    Of several notices that ran, the earliest: by then both parties were free of it. The
    council's own promises nothing to a provider who ended the stay before it ran out (R-189).
    """
    end = end_of(history)
    if end is None:
        return None
    since_end = [each for each in history if each.version > end.version]
    said = [each.event for each in since_end if isinstance(each.event, PayUntilSet)]
    if said:
        return said[-1].until
    theirs = end.event.instigator is Instigator.PROVIDER
    ran = [
        each.notice
        for each in notices_given(history)
        if each.notice.runs and not (theirs and each.notice.party is NoticeParty.COUNCIL)
    ]
    return min((each.pay_until for each in ran if each.pay_until is not None), default=None)


def account_of(history: History) -> Recorded[FinalAccountAgreed] | None:
    """The account that was agreed last since the child left."""
    end = end_of(history)
    if end is None:
        return None
    found = [each for each in of_kind(history, FinalAccountAgreed) if each.version > end.version]
    return max(found, key=lambda each: each.version, default=None)


def settled_by(history: History) -> Recorded[FinalAccountAgreed] | None:
    """The account, for as long as the record comes to what it was reckoned from (R-189)."""
    account = account_of(history)
    return account if account and account.event.reckoned == reckoned(history) else None


def reckoned(history: History) -> Pence:
    """What the whole placement comes to, once it has ended."""
    return total(cost_periods(history), date.min, date.max - ONE_DAY)


def adjustments(history: History) -> Sequence[Adjustment]:
    """Each stretch of nights, past when an event was recorded, that it made dearer or cheaper."""
    in_order = sorted(history, key=lambda each: each.version)
    found: list[Adjustment] = []
    before: tuple[CostPeriod, ...] = ()
    for n, recorded in enumerate(in_order, start=1):
        after = cost_periods(in_order[:n])
        if after != before:
            found += _adjusted(recorded.recorded_at, recorded, before, after)
        before = after
    return found


def _adjusted(
    at: datetime,
    recorded: Recorded[PlacementEvent],
    before: Sequence[CostPeriod],
    after: Sequence[CostPeriod],
) -> Iterator[Adjustment]:
    today = london_day(at)
    turns = {day for each in (*before, *after) for day in (each.since, each.until) if day}
    days = sorted({today} | {day for day in turns if day < today})
    for since, until in pairwise(days):
        was, now = total(before, since, until), total(after, since, until)
        if was != now:
            yield Adjustment(
                recorded_at=at,
                because=recorded.event_id,
                cause=recorded.event.stored_as,
                since=since,
                until=until,
                was=was,
                now=now,
            )
