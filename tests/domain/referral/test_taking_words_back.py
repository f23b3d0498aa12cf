"""An answer or a part of the full information that told too much is taken back at once."""

import pytest

from domain import referral
from domain.referral.commands.emergency import SupplyInformation
from domain.referral.commands.market import AcknowledgeDeletion
from domain.referral.commands.taking_back import TakeBackAnswer, TakeBackInformation
from domain.referral.events.emergency import InformationSupplied
from domain.referral.events.taking_back import AnswerTakenBack, InformationTakenBack
from domain.referral.sections import SectionName, SectionText
from domain.referral.triage import QuestionId
from domain.shared.errors import NotFound, WrongState
from domain.shared.vocabulary import ProviderId
from tests.domain.referral.test_in_an_emergency import chosen_in_an_emergency
from tests.support.on_the_market import QUESTION, SOON, answer, answered, asked, deleted, widened
from tests.support.referrals import (
    ASH,
    BROKER,
    ELM,
    OAK,
    invited,
    until_approved,
    until_published,
)
from tests.support.scenario import Case

case = Case(referral.decider)
waiting = case.given(*until_published(OAK, ELM), asked(OAK))
TAKE = TakeBackAnswer(question_id=QUESTION, reason="name_of_friend", now=SOON, by=BROKER)


def gone(*shown_to: ProviderId) -> AnswerTakenBack:
    return AnswerTakenBack(
        question_id=QUESTION, reason="name_of_friend", shown_to=shown_to, at=SOON, by=BROKER
    )


@pytest.mark.covers("R-98")
def test_an_answer_to_all_is_taken_back_from_all_who_were_asked_when_it_was_given() -> None:
    to_all = (*waiting.history, answered(to_all=True))
    case.given(*to_all).when(TAKE).then(gone(OAK, ELM))
    case.given(*to_all, widened(), invited(ASH)).when(TAKE).then(gone(OAK, ELM))


@pytest.mark.covers("R-116")
def test_who_is_out_of_the_search_is_shown_no_answer_and_so_is_none_taken_back_from_it() -> None:
    shared = answer(to_all=True, shared_as="On the ground floor?", out=(ELM,))
    without_elm = answered(to_all=True).model_copy(update={"not_shown_to": (ELM,)})
    waiting.when(shared).then(without_elm)
    waiting.when(answer(out=(ELM,))).then(answered())
    waiting.when(answer(out=(OAK, ELM))).then(
        answered().model_copy(update={"not_shown_to": (OAK,)})
    )
    case.given(*waiting.history, without_elm).when(TAKE).then(gone(OAK))


def test_whoever_was_shown_an_answer_may_say_that_it_is_deleted() -> None:
    to_all = case.given(*waiting.history, answered(to_all=True))
    to_all.when(AcknowledgeDeletion(provider_id=ELM, at=SOON)).then(deleted(ELM))
    waiting.when(AcknowledgeDeletion(provider_id=ELM, at=SOON)).then()


def test_an_answer_to_one_is_taken_back_from_that_one() -> None:
    case.given(*waiting.history, answered()).when(TAKE).then(gone(OAK))


def test_what_is_not_shown_cannot_be_taken_back() -> None:
    waiting.when(TAKE).then_refused(WrongState)
    case.given(*waiting.history, answered(), gone(OAK)).when(TAKE).then_refused(WrongState)
    unknown = TAKE.model_copy(update={"question_id": QuestionId(OAK)})
    waiting.when(unknown).then_refused(NotFound)
    case.given(*until_approved()).when(TAKE).then_refused(WrongState)


def test_the_question_is_answered_anew_and_who_read_the_first_answer_says_it_is_deleted() -> None:
    again = case.given(*waiting.history, answered(), gone(OAK))
    again.when(answer()).then(answered())
    again.when(AcknowledgeDeletion(provider_id=OAK, at=SOON)).then(deleted())
    again.when(AcknowledgeDeletion(provider_id=ELM, at=SOON)).then()


HISTORY = SectionText(name=SectionName.HISTORY, text="Known to us since.")
SUPPLIED = InformationSupplied(
    provider_id=OAK, sections=(HISTORY,), outstanding=(), at=SOON, by=BROKER
)
BACK = TakeBackInformation(
    provider_id=OAK, section=SectionName.HISTORY, reason="name_of_friend", now=SOON, by=BROKER
)
TAKEN = InformationTakenBack(
    provider_id=OAK, section=SectionName.HISTORY, reason="name_of_friend", at=SOON, by=BROKER
)


@pytest.mark.covers("R-98")
def test_a_part_of_the_full_information_is_taken_back_and_is_to_come_again() -> None:
    told = (*chosen_in_an_emergency(), SUPPLIED)
    case.given(*told).when(BACK).then(TAKEN)
    case.given(*told, TAKEN).when(BACK).then_refused(NotFound)
    other = BACK.model_copy(update={"section": SectionName.NEEDS})
    case.given(*told).when(other).then_refused(NotFound)
    supply = SupplyInformation(
        sections={SectionName.HISTORY: "Known since 2020."}, now=SOON, by=BROKER
    )
    state = referral.decider.replay((*told, TAKEN))
    (again,) = referral.decider.decide(state, supply)
    assert isinstance(again, InformationSupplied)
    assert SectionName.NEEDS in again.outstanding
    assert SectionName.HISTORY not in again.outstanding
