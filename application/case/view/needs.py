"""What the child needs: the matrix, and the care plan. Pure."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.case.view.facts import Facts
from application.case.word import Word, word_of, word_on
from domain.case.chronology import CaseChronology
from domain.case.events import CarePlanPrepared
from domain.case.plans import PlanParty
from domain.shared.chronology import in_business_order
from domain.shared.moments import When, london_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMatrix:
    """Support by the needs matrix, in half hours a week: 50 means 25 hours (R-12)."""

    half_hours: int
    score: int | None
    bespoke_24_7: bool
    since: When
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownCarePlan:
    """The newest care plan, and who agreed to it; `not_agreed` is why nobody did."""

    prepared_on: When
    agreed_with: tuple[PlanParty, ...]
    not_agreed: str | None
    document_id: UUID | None
    word: Word


def matrix(held: CaseChronology, facts: Facts, day: date) -> ShownMatrix | None:
    period = held.matrix_on(day)
    if period is None:
        return None
    return ShownMatrix(
        half_hours=period.half_hours,
        score=period.score,
        bespoke_24_7=period.bespoke_24_7,
        since=period.since,
        word=word_on(facts, period.source),
    )


def care_plan(facts: Facts, day: date) -> ShownCarePlan | None:
    for recorded in reversed(in_business_order(facts)):
        event = recorded.event
        if isinstance(event, CarePlanPrepared) and london_day(event.on) <= day:
            return ShownCarePlan(
                prepared_on=event.on,
                agreed_with=event.agreed_with,
                not_agreed=event.not_agreed,
                document_id=event.document_id,
                word=word_of(recorded),
            )
    return None
