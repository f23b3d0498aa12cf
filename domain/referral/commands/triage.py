"""Sending a request back, asking about it, answering, and amending it before publication."""

from datetime import date

from pydantic import Field

from domain.referral.sections import SectionName
from domain.referral.spoken import Heard
from domain.referral.triage import QuestionId, RequestChange, Returning
from domain.shared.messages import Command
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Subject


class ReturnReferral(Command):
    reasons: tuple[Returning, ...]
    by: Subject


class AskReferrer(Command):
    question_id: QuestionId
    text: str
    by: Subject


class AnswerQuestion(Command):
    question_id: QuestionId
    text: str
    by: Subject


class AmendRequest(Command):
    """Change the request. `ages` are those of the lot that it was accepted in, if it was.

    `born_on` are the dates of birth of all for whom a home is looked for. `today` is the day
    on which it is amended. `called_by` is the manager who calls it an emergency, in person or
    on the telephone.
    """

    change: RequestChange = Field(default_factory=RequestChange)
    sections: dict[SectionName, str] = Field(default_factory=dict)
    why: str
    born_on: tuple[date, ...]
    ages: AgeRange | None
    by: Subject
    today: date
    by_manager: bool = False
    called_by: Subject | None = None
    spoken: Heard | None = None


TriageCommand = ReturnReferral | AskReferrer | AnswerQuestion | AmendRequest
