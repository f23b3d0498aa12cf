"""What waits about approvals after the placement moved on: words unanswered, starts that stand."""

from collections.abc import Iterator

from domain import placement
from domain.placement.approving import GRANTED, ApprovalKind, Approvals, Standing
from domain.placement.rules.approvals import NOT_APPROVED
from domain.placement.state import Known
from domain.task.codes import RECONSIDER_START, TaskCode


def unanswered(state: placement.Placement) -> frozenset[TaskCode]:
    """Of what was approved in an emergency, and neither given in full nor refused (R-156)."""
    held = _approvals(state).by_kind.items()
    open_ = (kind for kind, each in held if each.standing is Standing.IN_EMERGENCY)
    return frozenset(NOT_APPROVED[kind].code for kind in open_)


def reconsidered(state: placement.Placement) -> tuple[TaskCode, ...]:
    """That a start stands unapproved is seen to once nothing stays refused (R-154)."""
    return () if any(_refused(_approvals(state))) else (RECONSIDER_START,)


def _refused(approvals: Approvals) -> Iterator[ApprovalKind]:
    """Refused and not given since; the director's approval does for an adjoining area too."""
    at_a_distance = approvals.granted(ApprovalKind.AT_A_DISTANCE)
    for kind, each in approvals.by_kind.items():
        done_for = kind is ApprovalKind.OUT_OF_AREA and at_a_distance
        if each.refused and each.standing not in GRANTED and not done_for:
            yield kind


def _approvals(state: placement.Placement) -> Approvals:
    return state.particulars.approvals if isinstance(state, Known) else Approvals()
