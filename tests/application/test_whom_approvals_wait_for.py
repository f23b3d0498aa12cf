"""Who may approve is said once: who signs in for it, and whom it waits for, follow from it."""

from application.access.actions import Action
from application.access.principal import Role
from application.access.who import WHO
from application.task.waiting import waits_for
from domain.placement.approving import APPROVERS, ApprovalKind
from domain.placement.rules.approvals import NOT_APPROVED
from domain.shared.envelope import StreamId


def test_each_approval_waits_for_whoever_may_give_it_and_nobody_else() -> None:
    about = StreamId("placement-1")
    for kind in ApprovalKind:
        assert set(waits_for(NOT_APPROVED[kind].code, about)) == APPROVERS[kind]


def test_whoever_may_give_any_of_them_may_sign_in_for_it() -> None:
    approvers = {Role(role) for who in APPROVERS.values() for role in who}
    assert WHO[Action.APPROVE_PLACEMENT] == approvers
