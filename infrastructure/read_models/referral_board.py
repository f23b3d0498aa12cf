"""The referral board: where every search stood at the end of each day, and as it was known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Boolean, Column, ColumnElement, Date, Integer, Table, Text, and_, or_, select
from sqlalchemy import Row as SqlRow

from application.clock.queries import Whose
from application.referral.queries import BoardPlace, OnBoard
from application.shared.asking import AsOf
from application.shared.ports import History
from domain.referral.chronology import (
    Paused,
    ProviderStanding,
    ProviderStood,
    StageHeld,
    StageName,
    pauses,
    responses,
    stages,
)
from domain.referral.chronology.responses import WAITED_FOR
from domain.referral.events import (
    ReferralAccepted,
    ReferralDrafted,
    ReferralEvent,
    RequestAmended,
)
from domain.shared.chronology import Period
from domain.shared.moments import begins, london_day
from domain.shared.terms import Tier
from infrastructure.columns import Instant
from infrastructure.read_models.allocations import NAME as ALLOCATIONS
from infrastructure.read_models.allocations import is_open_to
from infrastructure.read_models.base import Reading
from infrastructure.read_models.bitemporal import Bitemporal, Row, known_at, true_on
from infrastructure.read_models.owners import NAME as OWNERS

NAME = "referral_board"

OFFERED = frozenset({ProviderStanding.OFFERED})
OFFERED_LATE = frozenset({ProviderStanding.OFFERED_LATE})
UNANSWERED = WAITED_FOR | {ProviderStanding.NO_RESPONSE, ProviderStanding.WITHDRAWN}


def rows(history: History[ReferralEvent]) -> Iterable[Row]:
    """A row for each stretch of days on which nothing about the search changed."""
    held, stood = stages(history.events), responses(history.events)
    paused = pauses(history.events)
    drafted = next(fact for fact in history.facts if isinstance(fact, ReferralDrafted))
    fixed = {
        "authority": history.events[0].actor.authority,
        "case_id": str(drafted.case_id),
        "siblings": " ".join(map(str, drafted.siblings)),
    }
    days: list[date | None] = [
        *sorted(_days((*held, *stood, *paused)) | _amended_on(history)),
        None,
    ]
    for day, until in pairwise(days):
        assert day is not None  # noqa: S101  # none stands last
        yield {
            **fixed,
            **_request(drafted, history, day),
            **_stage(held, day, until),
            **_answers(stood, day),
            "lot": _lot(history, day),
            "paused_until": _paused(paused, day),
        }


def _days(periods: Sequence[Period]) -> set[date]:
    """The days on which something changed. A stage that ends gives way to another."""
    begun = {london_day(period.since) for period in periods}
    return begun | {
        london_day(period.until)
        for period in periods
        if period.until is not None and not isinstance(period, StageHeld)
    }


def _paused(paused: Sequence[Paused], day: date) -> date | None:
    """The day on which a search goes on that was held at the end of this one."""
    for each in paused:
        begun = london_day(each.since) <= day
        if begun and (each.until is None or day < london_day(each.until)):
            return each.resume_on
    return None


def _amended_on(history: History[ReferralEvent]) -> set[date]:
    amended = (each for each in history.events if isinstance(each.event, RequestAmended))
    return {london_day(each.effective_at) for each in amended}


def _request(drafted: ReferralDrafted, history: History[ReferralEvent], day: date) -> Row:
    """How fast and from when the home is needed, as it stood amended at the end of a day."""
    asked = {
        "tier": drafted.tier,
        "emergency": drafted.emergency,
        "needed_from": drafted.needed_from,
    }
    for recorded in history.events:
        event = recorded.event
        if isinstance(event, RequestAmended) and london_day(recorded.effective_at) <= day:
            asked |= {name: new for name in asked if (new := getattr(event.now, name)) is not None}
    return asked


def _stage(held: Sequence[StageHeld], day: date, until: date | None) -> Row:
    stage = [period for period in held if london_day(period.since) <= day][-1]
    return {
        "since_day": day,
        "until_day": until,
        "since": begins(day),
        "until": until and begins(until),
        "source": str(stage.source),
        "stage": stage.stage,
        "stage_since": begins(stage.since),
    }


def _answers(stood: Sequence[ProviderStood], day: date) -> Row:
    """How the invited providers stood at the end of a day."""
    latest = {each.provider_id: each for each in stood if london_day(each.since) <= day}
    standings = [each.standing for each in latest.values()]
    waited_for = [
        each.deadline
        for each in latest.values()
        if each.standing in WAITED_FOR and not (each.until and london_day(each.until) <= day)
    ]
    return {
        "invited": len(latest),
        "answered": sum(standing not in UNANSWERED for standing in standings),
        "offers": sum(standing in OFFERED for standing in standings),
        "late_offers": sum(standing in OFFERED_LATE for standing in standings),
        "next_deadline": min(waited_for, default=None),
    }


def _lot(history: History[ReferralEvent], day: date) -> str | None:
    for recorded in history.events:
        if isinstance(recorded.event, ReferralAccepted):
            return recorded.event.lot if london_day(recorded.effective_at) <= day else None
    return None


def columns() -> Sequence[Column[Any]]:
    return (
        Column("authority", Text, nullable=False, index=True),
        Column("case_id", Text, nullable=False),
        Column("siblings", Text, nullable=False),
        Column("tier", Text, nullable=False),
        Column("emergency", Boolean, nullable=False),
        Column("needed_from", Date, nullable=False),
        Column("lot", Text),
        Column("stage", Text, nullable=False),
        Column("stage_since", Instant, nullable=False),
        Column("invited", Integer, nullable=False),
        Column("answered", Integer, nullable=False),
        Column("offers", Integer, nullable=False),
        Column("late_offers", Integer, nullable=False),
        Column("next_deadline", Instant),
        Column("paused_until", Date),
    )


MODEL = Bitemporal(NAME, 4, "referral", columns, rows).read_model()


@dataclass(frozen=True)
class StoredBoard:
    """`application.referral.queries.Board`."""

    reading: Reading

    def page(
        self,
        whose: Whose,
        of: AsOf,
        *,
        stages: Sequence[StageName],
        after: BoardPlace | None,
        limit: int,
    ) -> Sequence[OnBoard]:
        with self.reading(NAME, OWNERS, ALLOCATIONS) as (connection, tables):
            table, _, children, allocated = tables
            question = (
                select(table)
                .where(known_at(table, of.position), true_on(table, of.day))
                .where(table.c.authority == whose.authority)
                .order_by(table.c.needed_from, table.c.stream)
                .limit(limit)
            )
            if whose.related is not None:
                mine = is_open_to(allocated, children, table.c.stream, whose.related, whose.today)
                question = question.where(mine)
            if stages:
                question = question.where(table.c.stage.in_(stages))
            if after is not None:
                question = question.where(_beyond(table, after))
            found = connection.execute(question).all()
        return [_on_board(row) for row in found]


def _beyond(table: Table, place: BoardPlace) -> ColumnElement[bool]:
    same_day = table.c.needed_from == place.needed_from
    further = table.c.stream > f"referral-{place.referral_id}"
    return or_(table.c.needed_from > place.needed_from, and_(same_day, further))


def _on_board(row: SqlRow[Any]) -> OnBoard:
    return OnBoard(
        referral_id=UUID(row.stream.removeprefix("referral-")),
        case_id=UUID(row.case_id),
        siblings=tuple(map(UUID, row.siblings.split())),
        tier=Tier(row.tier),
        emergency=row.emergency,
        needed_from=row.needed_from,
        lot=row.lot,
        stage=StageName(row.stage),
        stage_since=row.stage_since,
        invited=row.invited,
        answered=row.answered,
        offers=row.offers,
        late_offers=row.late_offers,
        next_deadline=row.next_deadline,
        paused_until=row.paused_until,
    )
