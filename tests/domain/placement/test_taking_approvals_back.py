"""A request that was made by mistake is taken back, and so is an approval that was given."""

from typing import Any

import pytest

from domain import placement
from domain.placement.approving import ApprovalKind
from domain.placement.commands import WithdrawApprovalRequest
from domain.placement.errors import DetailsMissing
from domain.placement.events import ApprovalRequestWithdrawn, PlacementEvent
from domain.placement.state import Known
from domain.shared.clock_catalogue import C_OOA_APPR
from domain.shared.clocks import Outcome
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.geography import ApprovalNeeded
from tests.domain.placement.test_answering_approvals import no, refuse, refused
from tests.domain.placement.test_approving_where_a_home_lies import (
    AWAY,
    DISTANCE,
    STARTED,
    WORKER,
    asked,
    clock,
    everything,
    granted,
)
from tests.support.placements import MANAGER, ended, proposed, start_agreed
from tests.support.scenario import Case

case = Case(placement.decider)


def withdraw(**more: Any) -> WithdrawApprovalRequest:
    said = {"kind": DISTANCE, "because": "For her sister.", "approved_by": MANAGER, "by": WORKER}
    return WithdrawApprovalRequest(**{**said, **more})


def withdrawn() -> ApprovalRequestWithdrawn:
    return ApprovalRequestWithdrawn(
        kind=DISTANCE, because="For her sister.", approved_by=MANAGER, by=WORKER
    )


def standing(*past: placement.PlacementEvent) -> Any:
    state = placement.decider.replay(past)
    assert isinstance(state, Known)
    held = state.particulars.approvals.by_kind.get(DISTANCE)
    return held and held.standing.value


@pytest.mark.covers("R-209")
def test_a_request_made_by_mistake_is_taken_back_as_if_it_had_not_been_made() -> None:
    case.given(proposed(), asked()).when(withdraw()).then(withdrawn())

    assert standing(proposed(), asked(), withdrawn()) is None
    assert standing(proposed(), asked(), no(), asked(), withdrawn()) == "refused"


def test_nobody_takes_it_back_alone_or_once_it_is_answered() -> None:
    waiting = case.given(proposed(), asked())
    waiting.when(withdraw(approved_by=WORKER)).then_refused(ConflictOfInterest)
    waiting.when(withdraw(because=" ")).then_refused(DetailsMissing)
    waiting.when(withdraw(kind=ApprovalKind.KEY_STAGE_4)).then_refused(WrongState)
    case.given(proposed(), asked(), granted()).when(withdraw()).then_refused(WrongState)
    case.given(proposed(), asked(), no()).when(withdraw()).then_refused(WrongState)


@pytest.mark.covers("R-210")
def test_an_approval_that_was_given_is_taken_back_and_the_start_waits_again() -> None:
    past: list[PlacementEvent] = [
        *(proposed(), everything(DISTANCE), asked(), granted(), start_agreed())
    ]

    back = refused(*past, command=refuse())

    assert (back.taken_back, back.start_stands) == (True, True)
    assert standing(*past, back) == "refused"


@pytest.mark.covers("R-210")
def test_of_a_child_who_lives_there_it_is_a_breach_and_due_again() -> None:
    past: list[PlacementEvent] = [AWAY, everything(DISTANCE), asked(), granted(), STARTED]

    back = refused(*past, command=refuse(needed=ApprovalNeeded.DCS))

    assert [each.code for each in back.breaches] == ["DISTANT_NOT_APPROVED_BY_DCS"]
    assert clock(C_OOA_APPR, *past).outcome is Outcome.MET
    assert clock(C_OOA_APPR, *past, back).outcome is Outcome.RUNNING


def test_of_a_child_who_has_left_nothing_is_taken_back() -> None:
    past: list[PlacementEvent] = [
        *(AWAY, everything(DISTANCE), asked(), granted(), STARTED, ended())
    ]

    case.given(*past).when(refuse()).then_refused(WrongState)
