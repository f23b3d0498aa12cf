"""Corrections applied: the history as it now stands, each fact with its latest word.

A correction names the event it corrects, which may be a correction (6-05). The history
itself keeps every word; only what is believed changes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from domain.case.errors import UnknownLegalFact
from domain.case.events import (
    BecameLookedAfter,
    CaseEvent,
    CeasedLookedAfter,
    LegalStatusChanged,
    LegalStatusCorrected,
)
from domain.case.facts import legal_fact
from domain.case.legal import LegalFact
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded


@dataclass(frozen=True, slots=True)
class Correction:
    """The latest correction of one fact."""

    by_event: UUID
    correction: LegalStatusCorrected


def latest_corrections(history: Sequence[Recorded[CaseEvent]]) -> Mapping[UUID, Correction]:
    """By the id of the fact, the last correction of it or of its corrections."""
    fact_of: dict[UUID, UUID] = {}
    latest: dict[UUID, Correction] = {}
    for recorded in history:
        if isinstance(recorded.event, LegalStatusCorrected):
            fact = fact_of.get(recorded.event.corrects, recorded.event.corrects)
            fact_of[recorded.event_id] = fact
            latest[fact] = Correction(recorded.event_id, recorded.event)
    return latest


def standing(history: Sequence[Recorded[CaseEvent]]) -> Sequence[Recorded[CaseEvent]]:
    """Every fact with what is believed of it now, in business order, without corrections."""
    latest = latest_corrections(history)
    facts = [
        _put_right(recorded, latest[recorded.event_id].correction)
        if recorded.event_id in latest
        else recorded
        for recorded in history
        if not isinstance(recorded.event, LegalStatusCorrected)
    ]
    return in_business_order(facts)


def standing_fact(history: Sequence[Recorded[CaseEvent]], event_id: UUID) -> LegalFact:
    """What is believed now on the word of an event, to correct it.

    The event may be a correction. Raises `UnknownLegalFact` where it is neither.
    """
    latest = latest_corrections(history)
    for recorded in history:
        match recorded.event:
            case LegalStatusCorrected(corrects=corrects) if recorded.event_id == event_id:
                return standing_fact(history, corrects)
            case (BecameLookedAfter() | LegalStatusChanged() | CeasedLookedAfter()) as event:
                if recorded.event_id == event_id:
                    known = latest.get(event_id)
                    return known.correction.now if known else legal_fact(event)
    raise UnknownLegalFact


def _put_right(
    recorded: Recorded[CaseEvent], correction: LegalStatusCorrected
) -> Recorded[CaseEvent]:
    now = correction.now
    values: dict[str, object] = {"on": now.since}
    if not isinstance(recorded.event, CeasedLookedAfter):
        values |= {"legal_status": now.legal_status, "national_code": now.national_code}
    if not isinstance(recorded.event, LegalStatusChanged):
        values |= {"age_in_years": correction.age_in_years}
    event = recorded.event.model_copy(update=values)
    return replace(recorded, event=event, effective_at=now.since)
