"""Brothers and sisters are asked for together, each by a number and none by name."""

from datetime import date
from uuid import UUID

import pytest

from domain import referral
from domain.referral.errors import SiblingsMismatch
from domain.referral.events.request import ReferralDrafted
from domain.shared.admission import AgeOutsideCategory
from domain.shared.errors import MissingInformation
from domain.shared.vocabulary import CaseId
from tests.support.referrals import (
    CASE,
    REQUEST,
    accept,
    accepted,
    draft,
    drafted,
    submit,
    submitted,
    written,
)
from tests.support.scenario import Case

SISTER, BROTHER = CaseId(UUID(int=5)), CaseId(UUID(int=6))
THREE = (SISTER, BROTHER)

case = Case(referral.decider)
asked = drafted().model_copy(update={"siblings": THREE})


def missing(*, together: bool | None = None, apart_because: str | None = None) -> object:
    details = REQUEST.model_copy(update={"together": together, "apart_because": apart_because})
    state = referral.decider.replay([asked, written(request=details)])
    with pytest.raises(MissingInformation) as refusal:
        referral.decider.decide(state, submit())
    return refusal.value.details["missing"]


@pytest.mark.covers("2-032", "R-56")
def test_a_search_may_be_for_three_siblings() -> None:
    case.given().when(draft().model_copy(update={"siblings": THREE})).then(asked)


def test_an_old_search_is_for_one_child() -> None:
    told = drafted().model_dump(mode="json")
    del told["siblings"], told["successor_of"]

    state = referral.decider.replay([ReferralDrafted.model_validate(told)])

    assert isinstance(state, referral.stages.Draft)
    assert state.facts.children.by_number == {1: CASE}
    assert not state.facts.children.are_siblings


def test_nobody_stands_in_a_group_twice() -> None:
    twice = draft().model_copy(update={"siblings": (SISTER, CASE)})
    case.given().when(twice).then_refused(SiblingsMismatch)


def test_whether_they_stay_together_is_said_before_it_is_submitted() -> None:
    assert missing() == ["request.together"]


def test_and_if_they_may_not_then_why() -> None:
    assert missing(together=False) == ["request.apart_because"]


@pytest.mark.parametrize("apart_because", [None, "They hurt each other."])
def test_once_that_is_said_it_can_be_submitted(apart_because: str | None) -> None:
    said = {"together": apart_because is None, "apart_because": apart_because}
    details = REQUEST.model_copy(update=said)
    case.given(asked, written(request=details)).when(submit()).then(submitted())


def test_one_child_alone_is_not_asked_about_siblings() -> None:
    case.given(drafted(), written()).when(submit()).then(submitted())


def test_every_childs_age_must_fit_the_lot() -> None:
    waiting = case.given(asked, written(request=REQUEST), submitted())
    old_enough, too_young = date(2009, 7, 1), date(2010, 3, 10)

    waiting.when(
        accept().model_copy(update={"siblings_born_on": (old_enough, too_young)})
    ).then_refused(AgeOutsideCategory)
    waiting.when(accept().model_copy(update={"siblings_born_on": (old_enough, old_enough)})).then(
        accepted().model_copy(update={"sibling_ages": (16, 16)})
    )
