"""A manager approves an emergency's request by telephone; whoever submits notes when (6-69)."""

import pytest

from domain import referral
from domain.shared.errors import ConflictOfInterest, WrongState
from domain.shared.officers import OfficerNotListed
from tests.support.referrals import CASEWORKER, MANAGER, drafted, heard, submit, submitted, written
from tests.support.scenario import Case

case = Case(referral.decider)
word = heard(CASEWORKER)


@pytest.mark.covers("6-69")
def test_an_emergency_is_submitted_on_a_managers_word_with_its_time() -> None:
    night = case.given(drafted(emergency=True), written())
    night.when(submit(spoken=word)).then(submitted().model_copy(update={"spoken": word.word}))
    own = heard(MANAGER)
    night.when(submit(spoken=own)).then_refused(ConflictOfInterest)


@pytest.mark.covers("R-121")
def test_the_manager_who_is_named_is_one_on_the_councils_list() -> None:
    ready = case.given(drafted(), written())
    ready.when(submit(approver_roles=frozenset({"team_manager"}))).then(submitted())
    ready.when(submit(approver_roles=frozenset({"broker"}))).then_refused(OfficerNotListed)


def test_what_is_no_emergency_waits_for_the_managers_own_hand() -> None:
    case.given(drafted(), written()).when(submit(spoken=word)).then_refused(WrongState)
