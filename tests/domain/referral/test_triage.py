"""Between brokers and referrer: a request is sent back, asked about, amended, submitted anew."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from domain import referral
from domain.referral import ReferralEvent
from domain.referral.clocks import clocks
from domain.referral.commands.triage import (
    AmendRequest,
    AnswerQuestion,
    AskReferrer,
    ReturnReferral,
)
from domain.referral.errors import MatrixMissing
from domain.referral.events.triage import (
    QuestionAnswered,
    QuestionAsked,
    ReferralReturned,
    RequestAmended,
    SectionAmended,
)
from domain.referral.sections import SectionName
from domain.referral.stages import Returned, Stage
from domain.referral.triage import QuestionId, RequestChange, Returning, ReturnReason
from domain.shared.admission import AgeOutsideCategory
from domain.shared.clocks import Outcome
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.terms import Tier
from tests.support.clocks import TERMS
from tests.support.referrals import (
    BORN,
    BROKER,
    CASEWORKER,
    NEEDED,
    NOW,
    accept,
    accepted,
    lot,
    recorded,
    submit,
    submitted,
    until_approved,
    until_published,
    until_submitted,
    written,
)
from tests.support.scenario import Case

case = Case(referral.decider)

REASONS = (Returning(reason=ReturnReason.INCOMPLETE, section=SectionName.RISK, text="Say more."),)
send_back = ReturnReferral(reasons=REASONS, by=BROKER)
returned = ReferralReturned(reasons=REASONS, by=BROKER)

QUESTION = QuestionId(UUID(int=70))
ask = AskReferrer(question_id=QUESTION, text="Which days?", by=BROKER)
asked = QuestionAsked(question_id=QUESTION, text="Which days?", by=BROKER)
answer = AnswerQuestion(question_id=QUESTION, text="Monday.", by=CASEWORKER)
answered = QuestionAnswered(question_id=QUESTION, text="Monday.", by=CASEWORKER)

LATER = date(2026, 3, 12)


def amend(**changed: Any) -> AmendRequest:
    plain: dict[str, Any] = {
        "change": RequestChange(needed_from=LATER),
        "why": "Her aunt can have her until then.",
        "born_on": (BORN,),
        "ages": lot().ages,
        "by": CASEWORKER,
        "today": NOW.date(),
    }
    return AmendRequest(**plain | changed)


def amended() -> RequestAmended:
    return RequestAmended(
        was=RequestChange(needed_from=NEEDED),
        now=RequestChange(needed_from=LATER),
        why="Her aunt can have her until then.",
        by=CASEWORKER,
    )


@pytest.mark.covers("R-172", "R-126")
def test_a_home_is_not_needed_from_a_day_that_is_over() -> None:
    today = NOW.date()
    over = amend(change=RequestChange(needed_from=today - timedelta(days=1)))
    for history in (until_submitted(), until_approved()):
        case.given(*history).when(over).then_refused(WrongState)
    tonight = RequestChange(emergency=True, needed_from=today - timedelta(days=1))
    case.given(*until_published()).when(amend(change=tonight)).then_refused(WrongState)
    sooner = amended().model_copy(update={"now": RequestChange(needed_from=today)})
    change = amend(change=RequestChange(needed_from=today))
    case.given(*until_submitted()).when(change).then(sooner)


def test_a_request_is_sent_back_for_reasons_that_are_listed() -> None:
    case.given(*until_submitted()).when(send_back).then(returned)
    without = ReturnReferral(reasons=(), by=BROKER)
    case.given(*until_submitted()).when(without).then_refused(MissingInformation)
    case.given(*until_submitted(), accepted()).when(send_back).then_refused(WrongState)


def test_what_came_back_is_written_further_and_submitted_anew() -> None:
    back = case.given(*until_submitted(), returned)

    back.when(accept()).then_refused(WrongState)
    back.when(submit(matrix_current=False)).then_refused(MatrixMissing)
    back.when(submit()).then(submitted())
    again = [*until_submitted(), returned, written(SectionName.RISK)]
    assert isinstance(referral.decider.replay(again), Returned)
    case.given(*again, submitted()).when(accept()).then(accepted())


@pytest.mark.covers("C-TRIAGE")
def test_triage_stops_when_it_is_sent_back_and_runs_anew_when_it_is_submitted_again() -> None:
    found = clocks(recorded([*until_submitted(), returned, submitted()]), TERMS)
    triage = [clock.outcome for clock in found if clock.code == "C-TRIAGE"]
    assert triage == [Outcome.STOPPED, Outcome.RUNNING]


def test_a_question_is_asked_until_the_market_is_and_answered_once_at_any_stage() -> None:
    case.given(*until_submitted()).when(ask).then(asked)
    case.given(*until_approved()).when(ask).then(asked)
    case.given(*until_published()).when(ask).then_refused(WrongState)
    case.given(*until_submitted()).when(answer).then_refused(NotFound)
    case.given(*until_submitted(), asked).when(answer).then(answered)
    case.given(*until_submitted(), asked, returned).when(answer).then(answered)
    case.given(*until_submitted(), asked, answered).when(answer).then_refused(WrongState)


def test_an_amendment_says_what_was_and_what_is() -> None:
    case.given(*until_submitted()).when(amend()).then(amended())
    same_and_other = RequestChange(needed_from=LATER, tier=Tier.STANDARD)
    case.given(*until_submitted()).when(amend(change=same_and_other)).then(amended())
    case.given(*until_approved()).when(amend()).then(amended())
    case.given(*until_published()).when(amend()).then_refused(WrongState)


def test_a_section_that_is_amended_keeps_what_it_said_before() -> None:
    texts = {SectionName.RISK: "Another.", SectionName.NEEDS: "Written."}
    of_section = amend(change=RequestChange(), sections=texts)
    case.given(*until_submitted()).when(of_section).then(
        SectionAmended(
            section=SectionName.RISK,
            was="Written.",
            now="Another.",
            why=of_section.why,
            by=CASEWORKER,
        )
    )


@pytest.mark.parametrize(
    "nothing",
    [
        {"change": RequestChange()},
        {"change": RequestChange(needed_from=NEEDED)},
        {"why": " "},
        {"sections": {SectionName.RISK: " "}},
    ],
)
def test_an_amendment_changes_something_and_says_why(nothing: dict[str, Any]) -> None:
    case.given(*until_submitted()).when(amend(**nothing)).then_refused(MissingInformation)


@pytest.mark.covers("R-02")
def test_another_day_is_held_against_the_lot_it_was_accepted_in() -> None:
    late = amend(change=RequestChange(needed_from=date(2030, 5, 17)))
    history: Sequence[ReferralEvent] = [*until_submitted(), accepted()]
    case.given(*history).when(late).then_refused(AgeOutsideCategory)
    with_a_small_brother = amend(born_on=(BORN, date(2012, 6, 1)))
    case.given(*history).when(with_a_small_brother).then_refused(AgeOutsideCategory)


def test_what_was_amended_is_what_the_search_goes_by() -> None:
    hurried = RequestAmended(
        was=RequestChange(tier=Tier.STANDARD),
        now=RequestChange(tier=Tier.URGENT, emergency=True),
        why="She must leave tonight.",
        by=CASEWORKER,
    )
    state = referral.decider.replay([*until_submitted(), hurried, amended()])
    assert isinstance(state, Stage)
    assert (state.facts.tier, state.facts.emergency) == (Tier.URGENT, True)
    assert state.facts.needed_from == LATER
    assert state.facts.request.lot_wanted is not None

    found = clocks(recorded([*until_submitted(), hurried, accepted()]), TERMS)
    assert found[-1].code == "C-INHOUSE"
    assert found[-1].due.at == found[-1].anchored_at.replace(hour=11)  # type: ignore[call-arg]  # an instant
