"""What the brokers sent back, and what they asked of the referrer. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from application.referral.told import Told
from application.referral.view.text import Text
from domain.referral.events.triage import QuestionAnswered, QuestionAsked, ReferralReturned
from domain.referral.triage import QuestionId, Returning
from domain.shared.moments import When
from domain.shared.vocabulary import (
    Subject,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownReturn:
    """The brokers sent the request back, for these reasons."""

    reasons: Sequence[Returning]
    by: Subject
    at: When


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownQuestion:
    """What the brokers asked of the referrer. No `answered_by` means it is open."""

    question_id: QuestionId
    text: Text
    asked_by: Subject
    asked_at: When
    answer: Text | None = None
    answered_by: Subject | None = None
    answered_at: When | None = None


def returns(told: Told) -> Sequence[ShownReturn]:
    """Every time that the brokers sent the request back."""
    return [
        ShownReturn(**dict(each.event), at=each.effective_at)
        for each in told
        if isinstance(each.event, ReferralReturned)
    ]


def questions(told: Told) -> Sequence[ShownQuestion]:
    """What was asked of the referrer, each with its answer where there is one."""
    asked: dict[QuestionId, ShownQuestion] = {}
    for each in told:
        match each.event:
            case QuestionAsked(question_id=question_id, text=text, by=by):
                asked[question_id] = ShownQuestion(
                    question_id=question_id, text=text, asked_by=by, asked_at=each.effective_at
                )
            case QuestionAnswered(question_id=question_id, text=text, by=by):
                asked[question_id] = replace(
                    asked[question_id], answer=text, answered_by=by, answered_at=each.effective_at
                )
            case _:
                continue
    return list(asked.values())
