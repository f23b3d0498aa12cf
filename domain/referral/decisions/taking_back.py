"""What was told beside the pack is taken back: at once, at any stage, as a pack is (6-65, R-98)."""

from collections.abc import Sequence

from domain.referral.commands.taking_back import (
    TakeBackAnswer,
    TakeBackInformation,
    TakingBackCommand,
)
from domain.referral.events.taking_back import (
    AnswerTakenBack,
    InformationTakenBack,
    TakingBackEvent,
)
from domain.referral.facts import Facts
from domain.referral.stages import Asked, Referral
from domain.shared.errors import NotFound, WrongState


def decide(referral: Referral, command: TakingBackCommand) -> Sequence[TakingBackEvent]:
    match referral, command:
        case Asked(facts), TakeBackAnswer():
            return take_back_answer(facts, command)
        case Asked(facts), TakeBackInformation():
            return take_back_information(facts, command)
        case _:
            raise WrongState.of(referral, command)


def take_back_answer(facts: Facts, command: TakeBackAnswer) -> Sequence[TakingBackEvent]:
    question = facts.invitation_questions.get(command.question_id)
    if question is None:
        raise NotFound("This search has no question with this id.")
    if not question.answered:
        raise WrongState("This question has no answer that is shown to anybody.")
    taken_back = AnswerTakenBack(
        question_id=command.question_id,
        reason=command.reason,
        shown_to=question.shown_to,
        at=command.now,
        by=command.by,
    )
    return [taken_back]


def take_back_information(facts: Facts, command: TakeBackInformation) -> Sequence[TakingBackEvent]:
    supplied = facts.supplied.get(command.provider_id, frozenset())
    if command.section not in supplied:
        raise NotFound("This provider is shown no such part.")
    taken_back = InformationTakenBack(
        provider_id=command.provider_id,
        section=command.section,
        reason=command.reason,
        at=command.now,
        by=command.by,
    )
    return [taken_back]
