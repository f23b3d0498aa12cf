"""Sending a request back, asking about it, answering, and amending it before publication.

`identifiers_found` names the texts in which one of several children is named (R-56).
"""

from datetime import date

from pydantic import Field

from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId, RequestChange, Returning
from domain.shared.messages import Command
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import Subject


class ReturnReferral(Command):
    reasons: tuple[Returning, ...]
    by: Subject
    identifiers_found: tuple[str, ...] = ()


class AskReferrer(Command):
    question_id: QuestionId
    text: str
    by: Subject
    identifiers_found: tuple[str, ...] = ()


class AnswerQuestion(Command):
    question_id: QuestionId
    text: str
    by: Subject
    identifiers_found: tuple[str, ...] = ()


class AmendRequest(Command):
    """Change the request. `ages` are those of the lot that it was accepted in, if it was."""

    change: RequestChange = Field(default_factory=RequestChange)
    sections: dict[SectionName, str] = Field(default_factory=dict)
    why: str
    born_on: date
    ages: AgeRange | None
    by: Subject
    identifiers_found: tuple[str, ...] = ()


TriageCommand = ReturnReferral | AskReferrer | AnswerQuestion | AmendRequest
