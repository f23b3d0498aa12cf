"""Deciding who works with the child (R-27)."""

from collections.abc import Sequence

from domain.case.commands import Allocate, AssignIRO, EndAllocation, PeopleCommand
from domain.case.events import Allocated, AllocationEnded, CaseEvent, IROAssigned
from domain.case.people import Allocation, AllocationKind
from domain.case.rules import require_independent_iro, require_not_the_iro
from domain.case.state import Open
from domain.shared.errors import EffectiveBeforeStream, WrongState
from domain.shared.line import holding_at, last_of
from domain.shared.moments import When


def decide(case: Open, command: PeopleCommand) -> Sequence[CaseEvent]:
    match command:
        case Allocate():
            return allocate(case, command)
        case AssignIRO():
            return assign_iro(case, command)
        case EndAllocation():
            return end_allocation(case, command)


def allocate(case: Open, command: Allocate) -> Sequence[CaseEvent]:
    iro = _holder(case, AllocationKind.IRO, command.since)
    require_not_the_iro(command.who, command.kind, iro)
    allocated = Allocated(
        kind=command.kind,
        who=command.who,
        since=command.since,
        handover_note=command.handover_note,
        reason=command.reason,
        allocated_by=command.by,
    )
    return [allocated]


def assign_iro(case: Open, command: AssignIRO) -> Sequence[CaseEvent]:
    require_independent_iro(command.iro, command.by, case.allocations)
    return [IROAssigned(iro=command.iro, since=command.since, assigned_by=command.by)]


def end_allocation(case: Open, command: EndAllocation) -> Sequence[CaseEvent]:
    if _holder(case, command.kind, command.on) is None:
        last = last_of(_line(case, command.kind))
        if last and last.who is not None:
            raise EffectiveBeforeStream("This is dated before the allocation began.")
        raise WrongState(f"No {command.kind.value} is allocated on that day.")
    return [AllocationEnded(kind=command.kind, on=command.on, ended_by=command.by)]


def _line(case: Open, kind: AllocationKind) -> Sequence[Allocation]:
    return [held for held in case.allocations if held.kind is kind]


def _holder(case: Open, kind: AllocationKind, when: When) -> str | None:
    held = holding_at(_line(case, kind), when)
    return held.who if held else None
