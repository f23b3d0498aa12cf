"""A foster household's approval: a decision outside it is refused, a fact carries the breach."""

import pytest

from domain import placement
from domain.placement.events import PlacementStarted
from domain.shared.approval import ApprovalTerms, Newcomer, OutsideApproval
from tests.support.placements import agree_start, home, prepared, record_start
from tests.support.scenario import Case

case = Case(placement.decider)

GIRL_ON_HER_OWN = Newcomer(sex="F", among_siblings=False, long_term=False)

OUTSIDE = [
    pytest.param(ApprovalTerms(sex="M"), GIRL_ON_HER_OWN, id="boys only"),
    pytest.param(
        ApprovalTerms(sex="F"), GIRL_ON_HER_OWN.model_copy(update={"sex": None}), id="not known"
    ),
    pytest.param(ApprovalTerms(siblings_only=True), GIRL_ON_HER_OWN, id="another's sibling"),
    pytest.param(ApprovalTerms(long_term_match_only=True), GIRL_ON_HER_OWN, id="for a while"),
]
WITHIN = [
    pytest.param(ApprovalTerms(), GIRL_ON_HER_OWN, id="no limit"),
    pytest.param(ApprovalTerms(sex="F"), GIRL_ON_HER_OWN, id="girls only"),
    pytest.param(
        ApprovalTerms(siblings_only=True, long_term_match_only=True),
        Newcomer(sex="F", among_siblings=True, long_term=True),
        id="a sister, for good",
    ),
]


@pytest.mark.covers("R-14")
@pytest.mark.parametrize(("terms", "newcomer"), OUTSIDE)
def test_a_start_outside_the_approval_is_not_agreed(
    terms: ApprovalTerms, newcomer: Newcomer
) -> None:
    household = home().model_copy(update={"approval": terms})
    asked = agree_start().model_copy(update={"home": household, "newcomer": newcomer})

    case.given(*prepared()).when(asked).then_refused(OutsideApproval)


@pytest.mark.covers("R-14")
@pytest.mark.parametrize(("terms", "newcomer"), OUTSIDE)
def test_a_start_outside_the_approval_that_happened_is_recorded_with_its_breach(
    terms: ApprovalTerms, newcomer: Newcomer
) -> None:
    assert "OUTSIDE_APPROVAL" in breaches(terms, newcomer)


@pytest.mark.parametrize(("terms", "newcomer"), WITHIN)
def test_a_child_within_the_terms_breaks_nothing(terms: ApprovalTerms, newcomer: Newcomer) -> None:
    assert "OUTSIDE_APPROVAL" not in breaches(terms, newcomer)


def breaches(terms: ApprovalTerms, newcomer: Newcomer) -> set[str]:
    household = home().model_copy(update={"approval": terms})
    told = record_start().model_copy(update={"home": household, "newcomer": newcomer})
    (event,) = placement.decider.decide(placement.decider.replay(prepared()), told)
    assert isinstance(event, PlacementStarted)
    return {each.code for each in event.breaches}
