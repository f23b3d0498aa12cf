"""What a search waits for, on whom, and since when."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from domain.referral import ReferralEvent
from domain.referral.chronology import StageName, WaitsFor, waits
from domain.referral.chronology.turns import OVER
from domain.referral.chronology.waits import BY_STAGE
from domain.referral.codes import WithdrawalReason
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.pausing import ReferralPaused, ReferralResumed
from domain.referral.events.triage import QuestionAnswered, QuestionAsked
from domain.referral.triage import QuestionId
from tests.support.referrals import (
    BROKER,
    CASE,
    CASEWORKER,
    NEEDED,
    NOW,
    drafted,
    recorded,
    until_approved,
    until_authorised,
    until_evaluating,
    until_published,
    until_submitted,
)

QUESTION = QuestionId(CASE)
asked = QuestionAsked(question_id=QUESTION, text="Which days?", by=BROKER)
answered = QuestionAnswered(question_id=QUESTION, text="Mondays.", by=CASEWORKER)
withdrawn = ReferralWithdrawn(reason=WithdrawalReason.DUPLICATE, text=None, by=CASEWORKER)


def told(*history: ReferralEvent) -> list[tuple[str, str]]:
    return [(each.waits_for, each.on) for each in waits(list(recorded(history)))]


@pytest.mark.covers("2-038")
@pytest.mark.parametrize(
    ("history", "what", "role"),
    [
        ([drafted()], WaitsFor.SUBMISSION, "caseworker"),
        (until_submitted(), WaitsFor.TRIAGE, "broker"),
        (until_approved(), WaitsFor.PUBLICATION, "broker"),
        (until_published(), WaitsFor.ANSWERS_OF_PROVIDERS, "provider_responder"),
        (until_evaluating(), WaitsFor.CHOICE, "broker"),
        (until_authorised(), WaitsFor.START, "broker"),
    ],
)
def test_every_stage_waits_for_somebody(
    history: Sequence[ReferralEvent], what: WaitsFor, role: str
) -> None:
    assert told(*history)[-1] == (what, role)


def test_only_what_is_over_waits_for_nobody() -> None:
    assert set(BY_STAGE) == set(StageName) - OVER
    last = waits(list(recorded([*until_submitted(), withdrawn])))[-1]
    assert last.until is not None


def test_a_question_waits_for_the_referrer_until_it_is_answered() -> None:
    found = told(*until_submitted(), asked, answered)
    assert found[-2:] == [("answer_of_referrer", "caseworker"), ("triage", "broker")]


def test_a_paused_search_waits_to_go_on_since_it_was_paused() -> None:
    later = NOW + timedelta(hours=2)
    paused = ReferralPaused(reason="court", text=None, resume_on=NEEDED, at=later, by=BROKER)
    resumed = ReferralResumed(at=later + timedelta(hours=1), by=BROKER)
    found = waits(list(recorded([*until_submitted(), paused, resumed])))
    assert [each.waits_for for each in found][-2:] == [WaitsFor.RESUMPTION, WaitsFor.TRIAGE]
    assert found[-2].since == later
