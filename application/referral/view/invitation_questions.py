"""What providers asked, and what they were answered. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.codes import (
    Code,
)
from domain.referral.events.market import InvitationQuestionAnswered, InvitationQuestionAsked
from domain.referral.events.taking_back import AnswerTakenBack
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import (
    ProviderId,
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTakenBack:
    """An answer that nobody reads any more, and all who could: kept as evidence (R-98)."""

    answer: Text
    shared_as: Text | None
    shown_to: Sequence[ProviderId]
    reason: Code
    at: datetime
    by: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationQuestion:
    """A provider's question. Without an answer, or with one taken back, it waits for the broker."""

    question_id: QuestionId
    provider_id: ProviderId
    at: datetime
    text: Text
    answer: Text | None = None
    to_all: bool = False
    shared_as: Text | None = None
    taken_back: Sequence[ShownTakenBack] = ()


def invitation_questions(told: Told) -> Sequence[InvitationQuestion]:
    """Every question with its answer, those that wait among them."""
    found: dict[QuestionId, InvitationQuestion] = {}
    for each in told:
        match each.event:
            case InvitationQuestionAsked(question_id=question_id) as asked:
                found[question_id] = _question(asked)
            case InvitationQuestionAnswered(question_id=question_id) as answered:
                found[question_id] = _answered(found[question_id], answered)
            case AnswerTakenBack(question_id=question_id) as gone:
                found[question_id] = _waits_again(found[question_id], gone)
            case _:
                pass
    return list(found.values())


def _question(asked: InvitationQuestionAsked) -> InvitationQuestion:
    return InvitationQuestion(
        question_id=asked.question_id,
        provider_id=asked.provider_id,
        at=asked.at,
        text=asked.text,
    )


def _answered(
    question: InvitationQuestion, answered: InvitationQuestionAnswered
) -> InvitationQuestion:
    return replace(
        question, answer=answered.text, to_all=answered.to_all, shared_as=answered.shared_as
    )


def _waits_again(question: InvitationQuestion, gone: AnswerTakenBack) -> InvitationQuestion:
    was = ShownTakenBack(
        answer=question.answer or "",
        shared_as=question.shared_as,
        shown_to=gone.shown_to,
        reason=gone.reason,
        at=gone.at,
        by=gone.by,
    )
    taken_back = (*question.taken_back, was)
    return replace(question, answer=None, to_all=False, shared_as=None, taken_back=taken_back)
