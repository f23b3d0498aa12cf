"""The law and policy that a case obeys, one function for each rule.

The regulations cited are the Care Planning, Placement and Case Review (England)
Regulations 2010 (SI 2010/959), as amended.
"""

from collections.abc import Sequence
from datetime import date

from domain.case.codes import CeasingReason
from domain.case.errors import MatrixOutOfRange, OrderSurvivesCustody, PossibleDuplicate
from domain.case.people import CASE_HOLDERS, Allocation, AllocationKind
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream
from domain.shared.moments import When, london_day
from domain.shared.two_people import is_same_person
from domain.shared.vocabulary import CaseId, LegalStatus, Subject

MATRIX_HALF_HOURS = 50
"""25 hours a week, the most that the needs matrix gives (4-083)."""

CARE_ORDERS = frozenset(
    {LegalStatus.CARE_ORDER, LegalStatus.INTERIM_CARE_ORDER, LegalStatus.PLACEMENT_ORDER}
)


def require_another_child(candidates: Sequence[CaseId], because: str | None) -> None:
    """Refuse a second case for one child: say of every likeness why it is another (R-28)."""
    if candidates and not (because and because.strip()):
        raise PossibleDuplicate(candidates)


def require_born_by(born_on: date, when: When) -> None:
    """Refuse what is dated before the child was born."""
    if london_day(when) < born_on:
        raise EffectiveBeforeStream("This is dated before the child's date of birth.")


def require_independent_iro(iro: Subject, by: Subject, allocations: Sequence[Allocation]) -> None:
    """Refuse an IRO who has worked on the case, or managed those who do."""
    # Page 05 bars an IRO who is line-managed in the case. The file has no management
    # lines, so we go by what people did: holding the case, naming who should hold it,
    # or naming oneself.
    holders = {held.who for held in allocations if held.kind in CASE_HOLDERS}
    managers = {held.by for held in allocations if held.kind in CASE_HOLDERS}
    if iro == by or iro in holders | managers:
        raise ConflictOfInterest("The reviewing officer must be independent of the case.")


def require_not_the_iro(who: str, kind: AllocationKind, iro: str | None) -> None:
    """Refuse the case to the officer who reviews it."""
    if kind in CASE_HOLDERS and who == iro:
        raise ConflictOfInterest("The reviewing officer of a case cannot hold it.")


def require_within_matrix(
    half_hours: int, bespoke_approved_by: Subject | None, by: Subject
) -> None:
    """Refuse more than 25 hours a week, unless somebody else approved bespoke care."""
    if is_same_person(bespoke_approved_by, by):
        raise ConflictOfInterest("Somebody else approves care beyond the matrix.")
    if half_hours > MATRIX_HALF_HOURS and bespoke_approved_by is None:
        raise MatrixOutOfRange(f"The matrix gives {half_hours / 2:g} hours a week.")


def require_order_to_end_with_custody(reason: CeasingReason, status: LegalStatus | None) -> None:
    """Custody ends s20 accommodation and remand, but no care order (R-21)."""
    if reason is CeasingReason.SENTENCED_TO_CUSTODY and status in CARE_ORDERS:
        raise OrderSurvivesCustody("The care order is still in force.")
