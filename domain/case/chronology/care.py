"""Periods of care and of legal status, from the facts as they now stand."""

from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from domain.case.chronology.periods import CarePeriod, LegalStatusPeriod
from domain.case.corrections import Correction
from domain.case.events import (
    BecameLookedAfter,
    CaseEvent,
    CeasedLookedAfter,
    LegalStatusChanged,
)
from domain.case.facts import legal_fact
from domain.case.legal import LegalFact, LegalStep, is_in_care
from domain.shared.envelope import Recorded
from domain.shared.spans import spans

Facts = Sequence[Recorded[CaseEvent]]
Corrections = Mapping[UUID, Correction]


def care_of(facts: Facts, corrections: Corrections) -> tuple[CarePeriod, ...]:
    """Periods of care; becoming looked after again starts another (6-30)."""
    periods = spans(_care_turns(facts, corrections))
    return tuple(_ended_because(period, facts) for period in periods)


def legal_statuses_of(facts: Facts, corrections: Corrections) -> tuple[LegalStatusPeriod, ...]:
    """Legal statuses. They agree with the periods of care: what contradicts one is left out."""
    return spans(
        (
            recorded,
            LegalStatusPeriod(
                since=recorded.effective_at,
                source=recorded.event_id,
                legal_status=fact.legal_status,
                national_code=fact.national_code,
                corrected_by=_corrector(recorded, corrections),
            ),
        )
        for recorded, fact in _consistent(facts)
    )


def _care_turns(
    facts: Facts, corrections: Corrections
) -> Iterator[tuple[Recorded[CaseEvent], CarePeriod | None]]:
    for recorded in facts:
        match recorded.event:
            case BecameLookedAfter() as event:
                began = CarePeriod(
                    since=recorded.effective_at,
                    source=recorded.event_id,
                    legal_status=event.legal_status,
                    category_of_need=event.category_of_need,
                    age_in_years=event.age_in_years,
                    corrected_by=_corrector(recorded, corrections),
                )
                yield recorded, began
            case CeasedLookedAfter():
                yield recorded, None


def _consistent(facts: Facts) -> Iterator[tuple[Recorded[CaseEvent], LegalFact]]:
    looked_after = False
    for recorded, fact in _legal(facts):
        if fact.step is LegalStep.CEASED and not looked_after:
            continue
        if fact.step is LegalStep.CHANGED and is_in_care(fact.legal_status) is not looked_after:
            continue
        looked_after = is_in_care(fact.legal_status)
        yield recorded, fact


def _legal(facts: Facts) -> Iterator[tuple[Recorded[CaseEvent], LegalFact]]:
    for recorded in facts:
        match recorded.event:
            case (BecameLookedAfter() | LegalStatusChanged() | CeasedLookedAfter()) as event:
                yield recorded, legal_fact(event)


def _ended_because(period: CarePeriod, facts: Facts) -> CarePeriod:
    for recorded in facts:
        if recorded.event_id == period.ended_by and isinstance(recorded.event, CeasedLookedAfter):
            return period.model_copy(update={"ceased_because": recorded.event.reason})
    return period


def _corrector(recorded: Recorded[CaseEvent], corrections: Corrections) -> UUID | None:
    found = corrections.get(recorded.event_id)
    return found.by_event if found else None
