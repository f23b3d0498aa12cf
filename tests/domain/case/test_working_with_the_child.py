"""Who works with the child: allocation, and the independence of the IRO."""

from datetime import date

import pytest

from domain.case.commands import EndAllocation
from domain.case.events import AllocationEnded
from domain.case.people import AllocationKind
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState
from domain.shared.vocabulary import Subject
from tests.support.cases import (
    MANAGER,
    REVIEWER,
    WORKER,
    allocate,
    allocated,
    assign_iro,
    case,
    case_opened,
    iro_assigned,
)

APRIL = date(2026, 4, 1)
SOCIAL_WORKER = AllocationKind.SOCIAL_WORKER
ADVISER = AllocationKind.PERSONAL_ADVISER


def end(kind: AllocationKind, on: date) -> EndAllocation:
    return EndAllocation(kind=kind, on=on, by=MANAGER)


@pytest.mark.covers("R-27")
def test_a_social_worker_is_allocated() -> None:
    case.given(case_opened()).when(allocate()).then(allocated())


def test_an_allocation_ends() -> None:
    case.given(case_opened(), allocated()).when(end(SOCIAL_WORKER, APRIL)).then(
        AllocationEnded(kind=SOCIAL_WORKER, on=APRIL, ended_by=MANAGER)
    )


def test_what_is_not_allocated_cannot_end() -> None:
    worked = case.given(case_opened(), allocated())

    worked.when(end(ADVISER, APRIL)).then_refused(WrongState)
    worked.when(end(SOCIAL_WORKER, date(2026, 3, 1))).then_refused(EffectiveBeforeStream)


def test_an_allocation_ends_once() -> None:
    ended = AllocationEnded(kind=SOCIAL_WORKER, on=APRIL, ended_by=MANAGER)

    case.given(case_opened(), allocated(), ended).when(
        end(SOCIAL_WORKER, date(2026, 5, 1))
    ).then_refused(WrongState)


def test_an_independent_officer_is_assigned() -> None:
    case.given(case_opened(), allocated()).when(assign_iro()).then(iro_assigned())


@pytest.mark.covers("R-44")
def test_the_reviewing_officer_is_not_the_social_worker() -> None:
    case.given(case_opened(), allocated(WORKER)).when(assign_iro(WORKER)).then_refused(
        ConflictOfInterest
    )


@pytest.mark.covers("R-44")
def test_nor_one_who_was() -> None:
    handed_over = allocated(Subject("next-worker"), APRIL)

    case.given(case_opened(), allocated(WORKER), handed_over).when(assign_iro(WORKER)).then_refused(
        ConflictOfInterest
    )


def test_nor_the_personal_adviser() -> None:
    case.given(case_opened(), allocated(WORKER, kind=ADVISER)).when(
        assign_iro(WORKER)
    ).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-44")
def test_nor_the_manager_who_said_who_should_hold_the_case() -> None:
    case.given(case_opened(), allocated(by=MANAGER)).when(assign_iro(MANAGER)).then_refused(
        ConflictOfInterest
    )


@pytest.mark.covers("R-44")
def test_nor_whoever_makes_the_assignment() -> None:
    case.given(case_opened()).when(assign_iro(REVIEWER, by=REVIEWER)).then_refused(
        ConflictOfInterest
    )


def test_the_team_that_holds_the_case_bars_nobody() -> None:
    team = allocated("children-in-care-2", kind=AllocationKind.TEAM, by=REVIEWER)

    case.given(case_opened(), team).when(assign_iro(REVIEWER)).then(iro_assigned())


@pytest.mark.covers("R-44")
def test_the_reviewing_officer_does_not_take_over_the_case() -> None:
    case.given(case_opened(), iro_assigned()).when(allocate(REVIEWER)).then_refused(
        ConflictOfInterest
    )
