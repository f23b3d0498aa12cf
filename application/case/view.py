"""One child on one day: the chronologies of the child's streams, asked together. Pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from application.case.broken import recorded_breaches
from application.case.ceasing import ceasing_shown
from application.case.deadlines import running
from application.case.lives import lives_at, placements_on, planned_on
from application.case.record import ChildRecord
from application.case.seeking import referrals_on
from application.case.shown import (
    CaseView,
    ShownAbsence,
    ShownCare,
    ShownCarePlan,
    ShownConnection,
    ShownIdentity,
    ShownLegalStatus,
    ShownMatrix,
    ShownPerson,
)
from application.case.word import word_of, word_on
from domain.case.chronology import CaseChronology, chronology
from domain.case.events import CarePlanPrepared, CaseEvent
from domain.case.identity import Identity
from domain.shared.chronology import Period, in_business_order
from domain.shared.envelope import Recorded
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import age_on

P = TypeVar("P", bound=Period)
Facts = Sequence[Recorded[CaseEvent]]


def view(record: ChildRecord) -> CaseView:
    """Everything that is shown of a child; `NotFound` where the case was not yet known."""
    facts, day = record.case, record.day
    held = chronology(facts)
    if held.identity is None or held.authority is None:
        raise NotFound
    placements = placements_on(record)
    return CaseView(
        case_id=record.case_id,
        authority=held.authority,
        position=record.position,
        as_at=day,
        identity=_identity(held.identity, day),
        legal_status=_legal_status(held, facts, day),
        looked_after=held.looked_after_on(day),
        period_of_care=_care(held, facts, day),
        ceasing=ceasing_shown(facts, day),
        lives_at=lives_at(placements),
        absence=_absence(held, facts, day),
        people=tuple(_people(held, facts, day)),
        placements=tuple(placements),
        planned=tuple(planned_on(record)),
        referrals=tuple(referrals_on(record)),
        matrix=_matrix(held, facts, day),
        care_plan=_care_plan(facts, day),
        connections=tuple(_connections(held, facts, day)),
        due=tuple(running(record)),
        breaches=tuple(recorded_breaches(record)),
        versions=record.versions,
    )


def _identity(identity: Identity, day: date) -> ShownIdentity:
    birth = identity.accepted_birth
    return ShownIdentity(
        full_name=identity.full_name,
        known_as=identity.known_as,
        born_on=birth.born_on,
        birth_date_kind=birth.kind,
        age_in_years=None if isinstance(birth.born_on, Erased) else age_on(birth.born_on, day),
        sex=identity.sex,
        ethnicity=identity.ethnicity,
    )


def _legal_status(held: CaseChronology, facts: Facts, day: date) -> ShownLegalStatus | None:
    period = _last(held.legal_statuses, day)
    if period is None:
        return None
    return ShownLegalStatus(
        legal_status=period.legal_status,
        since=period.since,
        word=word_on(facts, period.corrected_by or period.source),
    )


def _care(held: CaseChronology, facts: Facts, day: date) -> ShownCare | None:
    period = held.care_on(day)
    if period is None:
        return None
    return ShownCare(
        since=period.since,
        until=period.until,
        category_of_need=period.category_of_need,
        ceased_because=period.ceased_because,
        word=word_on(facts, period.corrected_by or period.source),
    )


def _absence(held: CaseChronology, facts: Facts, day: date) -> ShownAbsence | None:
    period = held.absent_on(day)
    if period is None:
        return None
    word = word_on(facts, period.source)
    return ShownAbsence(absence=period.absence, since=period.since, word=word)


def _people(held: CaseChronology, facts: Facts, day: date) -> Iterable[ShownPerson]:
    for part in held.allocated_on(day):
        word = word_on(facts, part.source)
        yield ShownPerson(kind=part.kind, who=part.who, since=part.since, word=word)


def _matrix(held: CaseChronology, facts: Facts, day: date) -> ShownMatrix | None:
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


def _care_plan(facts: Facts, day: date) -> ShownCarePlan | None:
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


def _connections(held: CaseChronology, facts: Facts, day: date) -> Iterable[ShownConnection]:
    for period in held.connections:
        if period.covers(day):
            yield ShownConnection(
                **{**dict(period.connection), "since": period.since},
                until=period.until,
                word=word_on(facts, period.source),
            )


def _last(periods: Iterable[P], day: date) -> P | None:
    """The later of the periods that cover a day on which something changes."""
    held = [period for period in periods if period.covers(day)]
    return held[-1] if held else None
