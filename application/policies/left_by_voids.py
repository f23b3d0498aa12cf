"""What waits again once an end is found to be none: what it had settled, and is so still."""

from collections.abc import Iterator

from domain import placement
from domain.placement.approving import Standing
from domain.placement.rules.approvals import NOT_APPROVED
from domain.placement.state import Known
from domain.task.codes import APPROVALS, PLAN_MOVE, TaskCode

OPEN = frozenset({Standing.ASKED, Standing.IN_EMERGENCY})


def still_so(settled: frozenset[TaskCode], state: placement.Placement) -> frozenset[TaskCode]:
    """Of what an end settled: not what was approved or planned in the meantime."""
    return frozenset(code for code in settled if code not in OF_RECORD or code in _owed(state))


OF_RECORD = APPROVALS | {PLAN_MOVE}


def _owed(state: placement.Placement) -> Iterator[TaskCode]:
    if not isinstance(state, Known):
        return
    if state.particulars.move_plan_owed:
        yield PLAN_MOVE
    for kind, each in state.particulars.approvals.by_kind.items():
        if each.standing in OPEN:
            yield NOT_APPROVED[kind].code
