"""What other records' deadlines go by, read out of the case's history as it now stands."""

from collections.abc import Sequence
from datetime import date

from domain.case.chronology import ADULT, CaseChronology, chronology
from domain.case.corrections import standing
from domain.case.events import CaseEvent, StatutoryReviewHeld
from domain.shared.child_in_law import ChildInLaw, LegalTurn
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import birthday


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
        adult_from=adult_from(record),
    )


def adult_from(record: CaseChronology) -> date | None:
    """The 18th birthday; none where the date of birth is not known or not legible any more."""
    born_on = record.identity.accepted_birth.born_on if record.identity else None
    return birthday(born_on, ADULT) if isinstance(born_on, date) else None
