"""Recording a child's legal standing.

All of these are facts: refused only where they are impossible on their own day. What came
in late is judged by its day, so a whole period of care can be told years afterwards.
"""

from collections.abc import Sequence
from functools import partial

from domain.case.commands import (
    CareCommand,
    CorrectLegalStatus,
    RecordBecameLookedAfter,
    RecordCeasedLookedAfter,
    RecordLegalStatusChange,
)
from domain.case.decisions.ceasing import ceasing_gates
from domain.case.decisions.correcting import correct_legal_status
from domain.case.events import (
    BecameLookedAfter,
    CaseEvent,
    CeasedLookedAfter,
    LegalStatusChanged,
)
from domain.case.legal import (
    is_in_care,
    is_looked_after,
    is_looked_after_now,
    status_at,
)
from domain.case.rules import require_born_by, require_order_to_end_with_custody
from domain.case.state import Open
from domain.shared.breaches import broken
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.moments import When, london_day
from domain.shared.personal import legible
from domain.shared.vocabulary import age_on


def decide(case: Open, command: CareCommand) -> Sequence[CaseEvent]:
    match command:
        case RecordBecameLookedAfter():
            return record_became_looked_after(case, command)
        case RecordLegalStatusChange():
            return record_legal_status_change(case, command)
        case RecordCeasedLookedAfter():
            return record_ceased_looked_after(case, command)
        case CorrectLegalStatus():
            return correct_legal_status(case, command)


def record_became_looked_after(case: Open, command: RecordBecameLookedAfter) -> Sequence[CaseEvent]:
    born_on = legible(case.born_on)
    require_born_by(born_on, command.on)
    if is_looked_after(case.legal, command.on):
        raise WrongState("The child is looked after already on that day.")
    became = BecameLookedAfter(
        legal_status=command.legal_status,
        on=command.on,
        category_of_need=command.category_of_need,
        national_code=command.national_code,
        age_in_years=age_on(born_on, london_day(command.on)),
    )
    return [became]


def record_legal_status_change(case: Open, command: RecordLegalStatusChange) -> Sequence[CaseEvent]:
    require_born_by(legible(case.born_on), command.on)
    looked_after = is_looked_after(case.legal, command.on)
    if is_in_care(command.legal_status) and not looked_after:
        raise WrongState("The child is not looked after on that day.")
    if looked_after and not is_in_care(command.legal_status):
        raise WrongState("The child is looked after on that day: record the ceasing instead.")
    changed = LegalStatusChanged(
        legal_status=command.legal_status,
        on=command.on,
        national_code=command.national_code,
    )
    return [changed]


def record_ceased_looked_after(case: Open, command: RecordCeasedLookedAfter) -> Sequence[CaseEvent]:
    born_on = legible(case.born_on)
    require_born_by(born_on, command.on)
    _require_looked_after(case, command.on)
    status = status_at(case.legal, command.on)
    gate = partial(require_order_to_end_with_custody, command.reason, status)
    ceased = CeasedLookedAfter(
        on=command.on,
        reason=command.reason,
        age_in_years=age_on(born_on, london_day(command.on)),
        breaches=broken([gate, *ceasing_gates(case, command)]),
    )
    return [ceased]


def _require_looked_after(case: Open, when: When) -> None:
    if is_looked_after(case.legal, when):
        return
    if is_looked_after_now(case.legal):
        raise EffectiveBeforeStream("This is dated before the period of care began.")
    raise WrongState("The child is not looked after on that day.")
