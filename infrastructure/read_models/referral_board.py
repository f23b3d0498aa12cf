"""The referral board: where every search stood at the end of each day, and as it was known."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Text

from application.shared.ports import History
from domain.referral.chronology import (
    Paused,
    ProviderStanding,
    ProviderStood,
    StageHeld,
    Waited,
    pauses,
    responses,
    stages,
    waits,
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
from infrastructure.columns import Instant
from infrastructure.read_models.bitemporal import Bitemporal, Row

NAME = "referral_board"

OFFERED = frozenset({ProviderStanding.OFFERED})
OFFERED_LATE = frozenset({ProviderStanding.OFFERED_LATE})
UNANSWERED = WAITED_FOR | {ProviderStanding.NO_RESPONSE, ProviderStanding.WITHDRAWN}


def rows(history: History[ReferralEvent]) -> Iterable[Row]:
    """A row for each stretch of days on which nothing about the search changed."""
    held, stood = stages(history.events), responses(history.events)
    paused, waited = pauses(history.events), waits(history.events)
    drafted = next(fact for fact in history.facts if isinstance(fact, ReferralDrafted))
    fixed = {
        "authority": history.events[0].actor.authority,
        "case_id": str(drafted.case_id),
        "siblings": " ".join(map(str, drafted.siblings)),
        "scope": drafted.scope,
    }
    days: list[date | None] = [
        *sorted(_days((*held, *stood, *paused, *waited)) | _amended_on(history)),
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
            **_wait(waited, day),
        }


def _days(periods: Sequence[Period]) -> set[date]:
    """The days on which something changed. A stage that ends gives way to another."""
    begun = {london_day(period.since) for period in periods}
    return begun | {
        london_day(period.until)
        for period in periods
        if period.until is not None and not isinstance(period, StageHeld)
    }


def _wait(waited: Sequence[Waited], day: date) -> Row:
    """What a search waited for at the end of a day, on whom and since when."""
    for each in reversed(waited):
        begun = london_day(each.since) <= day
        if begun and (each.until is None or day < london_day(each.until)):
            since = begins(each.since)
            return {"waits_for": each.waits_for, "waits_on": each.on, "waiting_since": since}
    return {"waits_for": None, "waits_on": None, "waiting_since": None}


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
        Column("scope", Text, nullable=False),
        Column("waits_for", Text),
        Column("waits_on", Text),
        Column("waiting_since", Instant),
    )


MODEL = Bitemporal(NAME, 5, "referral", columns, rows).read_model()
