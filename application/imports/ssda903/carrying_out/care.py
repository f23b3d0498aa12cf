"""A period of care told to a case: how it began, what changed, and how it ended."""

from collections.abc import Sequence
from datetime import date

from application.imports.ssda903.carrying_out.retelling import Retelling
from application.imports.ssda903.findings import Line
from application.imports.ssda903.plan import CarePlanned, ChildPlan, PlannedStatus
from domain.case.codes import CategoryOfNeed, CeasingReason
from domain.case.commands import (
    RecordBecameLookedAfter,
    RecordCeasedLookedAfter,
    RecordLegalStatusChange,
)
from domain.case.events import BecameLookedAfter, CeasedLookedAfter, LegalStatusChanged
from domain.case.legal import LegalFact, is_looked_after
from domain.shared.errors import MissingInformation
from domain.shared.line import holding_at
from domain.shared.moments import london_day


def tell_care(telling: Retelling, period: CarePlanned, plan: ChildPlan) -> None:
    """Tell what the case does not hold.

    A fact that was ever recorded is held, whatever a person has since put right: a return
    that repeats an old mistake does not bring it back.
    """
    first, *changes = period.statuses
    if _began(telling, period):
        changes = [first, *changes]
    elif not _begin(telling, period, first):
        return
    for status in changes:
        _change(telling, status)
    if period.ceased is not None and period.ceased not in _days(telling, CeasedLookedAfter):
        telling.tell(
            RecordCeasedLookedAfter(
                on=period.ceased, reason=_reason(period), decided_elsewhere=True
            ),
            *_closing_line(period, plan, period.ceased),
        )


def _began(telling: Retelling, period: CarePlanned) -> bool:
    """Whether the child was in care by then, as far as we hold, or had just come into it."""
    return period.started in _days(telling, BecameLookedAfter) or is_looked_after(
        telling.state.legal, period.started
    )


def _begin(telling: Retelling, period: CarePlanned, first: PlannedStatus) -> bool:
    if period.category_of_need is None:
        telling.decline(MissingInformation(["category_of_need"]), first.row)
        return False
    began = RecordBecameLookedAfter(
        legal_status=first.status,
        on=period.started,
        category_of_need=CategoryOfNeed(period.category_of_need),
        national_code=first.code,
    )
    return telling.tell(began, first.row)


def _change(telling: Retelling, status: PlannedStatus) -> None:
    now = holding_at(telling.state.legal, status.on)
    repeats = now is not None and _says(now, status)
    if repeats or _was_told(telling, status):
        return
    changed = RecordLegalStatusChange(
        legal_status=status.status, on=status.on, national_code=status.code
    )
    telling.tell(changed, status.row)


def _was_told(telling: Retelling, status: PlannedStatus) -> bool:
    return any(
        london_day(fact.on) == status.on and _says(fact, status)
        for fact in telling.history.facts
        if isinstance(fact, BecameLookedAfter | LegalStatusChanged)
    )


def _says(fact: LegalFact | BecameLookedAfter | LegalStatusChanged, status: PlannedStatus) -> bool:
    """Whether a fact says as much; one without a national code is not contradicted by one."""
    return fact.legal_status is status.status and fact.national_code in (None, status.code)


def _days(
    telling: Retelling, kind: type[BecameLookedAfter] | type[CeasedLookedAfter]
) -> Sequence[date]:
    return [london_day(fact.on) for fact in telling.history.facts if isinstance(fact, kind)]


def _reason(period: CarePlanned) -> CeasingReason:
    # Where the return does not say how care ended, it ended for a reason that it does not
    # say: E8. Left open, the child would be shown as looked after for ever.
    return CeasingReason(period.ceased_code or CeasingReason.ANYTHING_ELSE)


def _closing_line(period: CarePlanned, plan: ChildPlan, ceased: date) -> Sequence[Line]:
    """The line whose episode ended the period."""
    ended = (stay.rows[-1] for stay in plan.placements if stay.ended == ceased)
    return [next(ended, period.statuses[-1].row)]
