"""Asking for an approval, giving it, refusing it; and what it rests on, recorded as it was done."""

from collections.abc import Sequence

from domain.placement.approving import GRANTED, Approval, Standing
from domain.placement.commands.approvals import (
    ApprovalCommand,
    GrantApproval,
    RecordMatters,
    RefuseApproval,
    RequestApproval,
    WithdrawApprovalRequest,
)
from domain.placement.errors import DetailsMissing
from domain.placement.events.approvals import (
    ApprovalEvent,
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    ApprovalRequestWithdrawn,
    MattersConsidered,
)
from domain.placement.rules.approvals import (
    OPEN,
    gate_of,
    outstanding,
    require_another,
    require_approver,
    require_asked,
    require_known,
    require_need_of_haste,
    require_settled,
    require_weeks,
)
from domain.placement.rules.approving import (
    require_record_of_others,
    require_time,
    require_word_for_this,
)
from domain.placement.rules.details import require_details
from domain.placement.rules.matters import require_since_birth
from domain.placement.state import AwaitingStart, Begun, Current, Ended, Known, Placement, ToCome
from domain.shared.breaches import Breach, broken
from domain.shared.errors import WrongState
from domain.shared.personal import legible
from domain.shared.two_people import require_second_person


def decide(placement: Placement, command: ApprovalCommand) -> Sequence[ApprovalEvent]:
    match placement, command:
        case Known(), RecordMatters():
            return record(command)
        case ToCome() | Current(), RequestApproval():
            return ask(placement, command)
        case ToCome() | Current(), WithdrawApprovalRequest():
            return withdraw(placement, command)
        case ToCome() | Begun(), GrantApproval():
            return grant(placement, command)
        case ToCome() | Begun(), RefuseApproval():
            return refuse(placement, command)
        case _:
            raise WrongState.of(placement, command)


def record(command: RecordMatters) -> Sequence[ApprovalEvent]:
    """Facts, which may be written down late. Each says how: what is blank is named."""
    blank = [each.matter.value for each in command.matters if not legible(each.how).strip()]
    if blank or not command.matters:
        raise DetailsMissing(blank or ["matters"])
    require_since_birth(command)
    return [MattersConsidered(matters=command.matters, by=command.by)]


def ask(placement: Known, command: RequestApproval) -> Sequence[ApprovalEvent]:
    held = placement.particulars.approvals.by_kind.get(command.kind)
    if held is not None and held.standing is not Standing.REFUSED:
        raise WrongState(f"This approval is {held.standing.value.replace('_', ' ')} already.")
    require_details(because=command.because)
    return [ApprovalRequested(kind=command.kind, because=command.because, by=command.by)]


def withdraw(placement: Known, command: WithdrawApprovalRequest) -> Sequence[ApprovalEvent]:
    """What was asked for by mistake waits for nobody; an earlier refusal stands as it did."""
    held = placement.particulars.approvals.by_kind.get(command.kind)
    if held is None or held.standing is not Standing.ASKED:
        raise WrongState("No approval of this kind waits for an answer.")
    require_second_person(command.by, command.approved_by, "taking a request back")
    require_details(because=command.because)
    return [
        ApprovalRequestWithdrawn(
            kind=command.kind,
            because=command.because,
            approved_by=command.approved_by,
            by=command.by,
        )
    ]


def grant(placement: Known, command: GrantApproval) -> Sequence[ApprovalEvent]:
    """Approve; again, in full, what was approved in an emergency."""
    particulars = placement.particulars
    asked = _open(placement, command)
    if command.emergency and asked.standing in GRANTED:
        raise WrongState("This was approved in an emergency already: settle what is outstanding.")
    require_approver(command)
    require_known(command)
    require_another(asked.asked_by, particulars, command.by)
    require_record_of_others(particulars.approvals, command)
    require_need_of_haste(command)
    require_time(command)
    require_word_for_this(asked, command)
    require_weeks(particulars, command)
    require_settled(particulars.approvals, command)
    return [
        ApprovalGranted(
            kind=command.kind,
            emergency=command.emergency,
            outstanding=outstanding(particulars.approvals, command.kind),
            by=command.by,
            role=command.role,
            word=command.word,
            weeks=command.weeks,
        )
    ]


def refuse(placement: Known, command: RefuseApproval) -> Sequence[ApprovalEvent]:
    asked = _open(placement, command, OPEN | {Standing.GIVEN})
    require_approver(command)
    require_another(asked.asked_by, placement.particulars, command.by)
    require_details(because=command.because)
    return [
        ApprovalRefused(
            kind=command.kind,
            because=command.because,
            by=command.by,
            role=command.role,
            taken_back=asked.standing is Standing.GIVEN,
            start_stands=isinstance(placement, AwaitingStart) and bool(_shut(placement, command)),
            breaches=_lives_unapproved(placement, command),
        )
    ]


def _open(
    placement: Known,
    command: GrantApproval | RefuseApproval,
    standings: frozenset[Standing] = OPEN,
) -> Approval:
    """What waits for an answer; of a child who has left, what was approved in an emergency."""
    asked = require_asked(placement.particulars.approvals, command.kind, standings)
    if isinstance(placement, Ended) and asked.standing is not Standing.IN_EMERGENCY:
        raise WrongState.of(placement, command)
    return asked


def _lives_unapproved(placement: Known, command: RefuseApproval) -> tuple[Breach, ...]:
    """A child who moved in on an approval given for now, which is not given for good."""
    held = placement.particulars.approvals.by_kind.get(command.kind)
    if not isinstance(placement, Begun) or held is None or held.standing not in GRANTED:
        return ()
    return _shut(placement, command)


def _shut(placement: Known, command: RefuseApproval) -> tuple[Breach, ...]:
    kept = placement.particulars.approvals.without(command.kind)
    return broken([gate_of(command.kind, command.needed, kept)])
