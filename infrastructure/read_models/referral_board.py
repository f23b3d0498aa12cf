"""The referral board: where every search stood at the end of each day, and as it was known."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Boolean, Column, Date, Integer, Text

from application.shared.ports import History
from domain.referral.chronology import (
    Paused,
    StageHeld,
    Waited,
    pauses,
    stages,
    waits,
)
from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralAccepted, ReferralDrafted
from domain.referral.events.triage import RequestAmended
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day
from infrastructure.columns import Instant
from infrastructure.read_models.answers_by_day import ANSWERS, answers_on
from infrastructure.read_models.bitemporal import Bitemporal
from infrastructure.read_models.sheets import Row

NAME = "referral_board"


def rows(history: History[ReferralEvent]) -> Iterable[Row]:
    """A row for each stretch of days on which nothing about the search changed."""
    held, answers = stages(history.events), history.in_order(ANSWERS).spells.values()
    paused, waited = pauses(history.events), waits(history.events)
    facts = history.facts
    drafted = next(fact for fact in facts if isinstance(fact, ReferralDrafted))
    amended = [each for each in history.events if isinstance(each.event, RequestAmended)]
    accepted = next((e for e in history.events if isinstance(e.event, ReferralAccepted)), None)
    fixed = {
        "authority": history.events[0].actor.authority,
        "case_id": str(drafted.case_id),
        "siblings": " ".join(map(str, drafted.siblings)),
        "scope": drafted.scope,
    }
    changed = _days((*held, *paused, *waited))
    changed |= {day for spells in answers for each in spells for day in each.days()}
    changed |= {london_day(each.effective_at) for each in amended}
    for day, until in pairwise([*sorted(changed), None]):
        assert day is not None  # noqa: S101  # none stands last
        yield {
            **fixed,
            **_request(drafted, amended, day),
            **_stage(held, day, until),
            **answers_on(answers, day),
            "lot": _lot(accepted, day),
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


def _request(drafted: ReferralDrafted, amended: Sequence[Recorded[Any]], day: date) -> Row:
    """How fast and from when the home is needed, as it stood amended at the end of a day."""
    asked = {
        "tier": drafted.tier,
        "emergency": drafted.emergency,
        "needed_from": drafted.needed_from,
    }
    for recorded in amended:
        if london_day(recorded.effective_at) <= day:
            now = recorded.event.now
            asked |= {name: new for name in asked if (new := getattr(now, name)) is not None}
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


def _lot(accepted: Recorded[Any] | None, day: date) -> str | None:
    if accepted is None or london_day(accepted.effective_at) > day:
        return None
    lot: str = accepted.event.lot
    return lot


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


MODEL = Bitemporal(NAME, 6, "referral", columns, rows).read_model()
