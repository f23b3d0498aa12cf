"""The agreement is drafted, issued on authorised funding, and signed by both sides."""

from datetime import date

import pytest

from domain import placement
from domain.placement.agreement import Party
from domain.placement.arrangement import FundingAuthorisation
from domain.placement.commands import IssueAgreement
from domain.placement.errors import FundingNotAuthorised, MatrixMissing, MatrixOutOfRange
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.money import FundingHeading, FundingSplitUnbalanced, Share
from tests.support.placements import (
    COUNCIL_HAND,
    FUNDING,
    LOT,
    PROVIDER_HAND,
    START,
    agreement,
    arrangement,
    draft,
    drafted,
    ended,
    in_force,
    issued,
    proposed,
    sign,
    signed,
    started,
)
from tests.support.scenario import Case

case = Case(placement.decider)
ISSUE = IssueAgreement(authorised=FUNDING)


def test_an_agreement_is_drafted() -> None:
    case.given(proposed()).when(draft()).then(drafted())


def test_a_draft_may_be_replaced_until_it_is_issued() -> None:
    case.given(proposed(), drafted()).when(draft()).then(drafted())
    case.given(proposed(), drafted(), issued()).when(draft()).then_refused(WrongState)


def test_a_lot_with_support_needs_a_matrix() -> None:
    case.given(proposed()).when(draft(matrix_half_hours=None)).then_refused(MatrixMissing)


def test_a_lot_without_support_needs_none() -> None:
    bare = LOT.model_copy(update={"half_hours": 0})
    state = placement.decider.replay([proposed()])

    command = draft(lot=bare, half_hours=0, matrix_half_hours=None)

    assert len(placement.decider.decide(state, command)) == 1


@pytest.mark.covers("R-12")
def test_25_hours_are_within_a_lot_of_25_and_more_are_not() -> None:
    proposal = case.given(proposed())

    proposal.when(draft(half_hours=51)).then_refused(MatrixOutOfRange)
    assert placement.decider.decide(
        placement.decider.replay([proposed()]), draft(half_hours=50, matrix_half_hours=50)
    )


@pytest.mark.covers("6-76")
def test_a_matrix_beyond_25_was_approved_with_the_case_and_buys_no_more_of_the_lot() -> None:
    proposal = case.given(proposed())

    proposal.when(draft(half_hours=54, matrix_half_hours=54)).then_refused(MatrixOutOfRange)
    assert placement.decider.decide(
        placement.decider.replay([proposed()]), draft(half_hours=50, matrix_half_hours=54)
    )


@pytest.mark.covers("6-72")
def test_shares_that_are_given_add_up_to_the_price() -> None:
    short = Share(heading=FundingHeading.SOCIAL_CARE, weekly=79_999, lead=True)
    command = draft().model_copy(update={"shares": (short,)})

    case.given(proposed()).when(command).then_refused(FundingSplitUnbalanced)


@pytest.mark.covers("4-214")
def test_an_agreement_is_issued_once_funding_covers_it() -> None:
    case.given(proposed(), drafted()).when(ISSUE).then(issued())


@pytest.mark.covers("4-214")
@pytest.mark.parametrize(
    "funding",
    [
        None,
        FundingAuthorisation(weekly=79_999, since=START),
        FundingAuthorisation(weekly=80_000, since=date(2026, 3, 3)),
        FundingAuthorisation(weekly=80_000, since=START, until=date(2026, 8, 31)),
    ],
    ids=["none", "a penny short", "a day late", "a day too soon over"],
)
def test_funding_that_does_not_cover_price_and_period_issues_nothing(
    funding: FundingAuthorisation | None,
) -> None:
    until_september = proposed(arrangement(planned_end=date(2026, 9, 1)))

    (
        case.given(until_september, drafted())
        .when(IssueAgreement(authorised=funding))
        .then_refused(FundingNotAuthorised)
    )


def test_funding_to_the_day_is_enough() -> None:
    until_september = proposed(arrangement(planned_end=date(2026, 9, 1)))
    exact = FundingAuthorisation(weekly=80_000, since=START, until=date(2026, 9, 1))

    case.given(until_september, drafted()).when(IssueAgreement(authorised=exact)).then(
        issued().model_copy(update={"funding": exact})
    )


def test_an_open_ended_placement_needs_open_ended_funding() -> None:
    bounded = FundingAuthorisation(weekly=80_000, since=START, until=date(2030, 1, 1))

    (
        case.given(proposed(), drafted())
        .when(IssueAgreement(authorised=bounded))
        .then_refused(FundingNotAuthorised)
    )


@pytest.mark.covers("R-18")
def test_the_second_signature_brings_it_into_force() -> None:
    waiting = case.given(proposed(), drafted(), issued())
    council = signed(Party.COUNCIL, COUNCIL_HAND)

    waiting.when(sign(Party.COUNCIL, COUNCIL_HAND)).then(council)
    case.given(proposed(), drafted(), issued(), council).when(
        sign(Party.PROVIDER, PROVIDER_HAND)
    ).then(signed(Party.PROVIDER, PROVIDER_HAND), in_force())


def test_a_side_signs_once() -> None:
    (
        case.given(proposed(), drafted(), issued(), signed(Party.COUNCIL, COUNCIL_HAND))
        .when(sign(Party.COUNCIL, PROVIDER_HAND))
        .then_refused(WrongState)
    )


def test_one_person_does_not_sign_for_both_sides() -> None:
    council = signed(Party.COUNCIL, COUNCIL_HAND)
    state = placement.decider.replay([proposed(), drafted(), issued(), council])

    with pytest.raises(ConflictOfInterest):
        placement.decider.decide(state, sign(Party.PROVIDER, COUNCIL_HAND))


def test_steps_are_not_skipped() -> None:
    case.given(proposed()).when(ISSUE).then_refused(WrongState)
    case.given(proposed(), drafted()).when(sign(Party.COUNCIL, COUNCIL_HAND)).then_refused(
        WrongState
    )
    case.given(proposed(), *agreement()).when(ISSUE).then_refused(WrongState)


@pytest.mark.covers("R-18")
def test_after_an_emergency_start_the_agreement_is_still_to_be_made() -> None:
    case.given(proposed(), started()).when(draft()).then(drafted())
    case.given(proposed(), started(), ended()).when(draft()).then_refused(WrongState)
