"""What other records' deadlines go by, read out of the case's history as it now stands."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from domain.case.chronology import ADULT, CaseChronology, chronology
from domain.case.corrections import standing
from domain.case.events import CaseEvent, StatutoryReviewHeld
from domain.shared.child_in_law import ChildInLaw, LegalTurn, ParentOnRecord
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import birthday

PARENTAL: Final = frozenset({"mother", "father", "parent", "adoptive_parent"})
"""The relations on record by which somebody is told as a parent (A)."""


def in_law(history: Sequence[Recorded[CaseEvent]]) -> ChildInLaw:
    """The child's standing, with each fact as the last word on it has it."""
    facts, record = standing(history), chronology(history)
    by_id = {fact.event_id: fact for fact in facts}
    return ChildInLaw(
        turns=tuple(
            LegalTurn(fact=by_id[period.source], legal_status=period.legal_status)
            for period in record.legal_statuses
        ),
        reviews=tuple(fact for fact in facts if isinstance(fact.event, StatutoryReviewHeld)),
        parents=tuple(_parents(record)),
        adult_from=adult_from(record),
    )


def adult_from(record: CaseChronology) -> date | None:
    """The 18th birthday; none where the date of birth is not known or not legible any more."""
    born_on = record.identity.accepted_birth.born_on if record.identity else None
    return birthday(born_on, ADULT) if isinstance(born_on, date) else None


def _parents(record: CaseChronology) -> Iterator[ParentOnRecord]:
    for period in record.connections:
        if period.connection.relation in PARENTAL:
            yield ParentOnRecord(
                since=period.since,
                until=period.until,
                source=period.source,
                ended_by=period.ended_by,
                connection_id=period.connection.connection_id,
            )
