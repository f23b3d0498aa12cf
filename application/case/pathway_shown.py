"""A young person's way out of care, on a day. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from application.case.record import ChildRecord
from application.case.reviews_shown import known_by
from application.case.view.facts import Facts
from application.case.word import Word, word_of
from domain.case.chronology import chronology
from domain.case.codes import Participation
from domain.case.events import (
    PathwayNeedsAssessed,
    PathwayPlanMade,
    PathwayReviewHeld,
    PersonalAdviserVisited,
)
from domain.case.leaving_care import LeavingCare, Turn, leaving_care, standing_on
from domain.case.pathway import ReviewAskedBy
from domain.shared.chronology import in_business_order
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Erased

Told = TypeVar("Told", bound=Event)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTurn:
    """How the young person stands from a day until a day, which may lie ahead."""

    standing: LeavingCare
    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPathwayReview:
    held_on: When
    asked_by: ReviewAskedBy
    participation: Participation
    views: str | Erased | None
    attended: tuple[str, ...]
    recommendations: str | Erased | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAdviserVisit:
    on: When
    seen: bool
    views: str | Erased | None
    word: Word


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPathway:
    """`standing` is how the young person stands on the day; `turns` are what has begun by it."""

    standing: LeavingCare | None
    turns: tuple[ShownTurn, ...]
    needs_assessed_on: When | None
    plan_made_on: When | None
    plan_agreed: bool | None
    plan_document_id: UUID | None
    reviews: tuple[ShownPathwayReview, ...]
    adviser_visits: tuple[ShownAdviserVisit, ...]


def pathway_shown(record: ChildRecord) -> ShownPathway:
    facts = in_business_order(known_by(record.case, record.day))
    turns = leaving_care(chronology(record.case))
    needs = _last(facts, PathwayNeedsAssessed)
    plan = _last(facts, PathwayPlanMade)
    return ShownPathway(
        standing=standing_on(turns, record.day),
        turns=tuple(_turn(each) for each in turns if each.since <= record.day),
        needs_assessed_on=needs.on if needs else None,
        plan_made_on=plan.on if plan else None,
        plan_agreed=plan.agreed if plan else None,
        plan_document_id=plan.document_id if plan else None,
        reviews=tuple(_reviews(facts)),
        adviser_visits=tuple(_visits(facts)),
    )


def _last(facts: Facts, kind: type[Told]) -> Told | None:
    told = [each.event for each in facts if isinstance(each.event, kind)]
    return told[-1] if told else None


def _turn(turn: Turn) -> ShownTurn:
    return ShownTurn(standing=turn.standing, since=turn.since, until=turn.until)


def _reviews(facts: Facts) -> Iterator[ShownPathwayReview]:
    for each in facts:
        if isinstance(each.event, PathwayReviewHeld):
            yield ShownPathwayReview(
                held_on=each.event.on,
                **each.event.model_dump(exclude={"on", "by", "views", "recommendations"}),
                views=each.event.views,
                recommendations=each.event.recommendations,
                word=word_of(each),
            )


def _visits(facts: Facts) -> Iterator[ShownAdviserVisit]:
    for each in facts:
        if isinstance(each.event, PersonalAdviserVisited):
            yield ShownAdviserVisit(
                on=each.event.on,
                seen=each.event.seen,
                views=each.event.views,
                word=word_of(each),
            )
