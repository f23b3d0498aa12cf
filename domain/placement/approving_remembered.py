"""How the approvals of a placement remember what happened. No rule is checked here."""

from dataclasses import replace

from domain.placement.approving import Approval, ApprovalKind, Approvals, Standing
from domain.placement.events.approvals import (
    ApprovalEvent,
    ApprovalGranted,
    ApprovalRefused,
    ApprovalRequested,
    ApprovalRequestWithdrawn,
    MattersConsidered,
)
from domain.placement.events.notifications import AreaAuthorityNotified
from domain.shared.vocabulary import Subject


def approvals_after(
    approvals: Approvals, event: ApprovalEvent | AreaAuthorityNotified
) -> Approvals:
    match event:
        case MattersConsidered(matters=matters, by=by):
            return approvals.with_matters(matters, by)
        case AreaAuthorityNotified(contents=contents):
            return approvals.with_area_told(contents)
        case ApprovalRequested(kind=kind, by=by):
            held = approvals.by_kind.get(kind)
            refused = held is not None and held.refused
            return approvals.with_standing(kind, Approval(Standing.ASKED, by, refused))
        case ApprovalRequestWithdrawn(kind=kind):
            return _as_before(approvals, kind)
        case ApprovalGranted(kind=kind):
            standing = Standing.IN_EMERGENCY if event.emergency else Standing.GIVEN
            return approvals.with_standing(kind, _answered(approvals, event, standing))
        case ApprovalRefused(kind=kind):
            return approvals.with_standing(kind, _answered(approvals, event, Standing.REFUSED))


def _as_before(approvals: Approvals, kind: ApprovalKind) -> Approvals:
    """Not asked for; where it had been refused before it was asked for again, refused."""
    held = approvals.by_kind.get(kind)
    if held is None or not held.refused:
        return approvals.without(kind)
    return approvals.with_standing(kind, replace(held, standing=Standing.REFUSED))


def _answered(
    approvals: Approvals, event: ApprovalGranted | ApprovalRefused, standing: Standing
) -> Approval:
    held = approvals.by_kind.get(event.kind)
    asked_by: Subject = held.asked_by if held else event.by
    refused = standing is Standing.REFUSED or (held is not None and held.refused)
    return Approval(standing, asked_by, refused)
