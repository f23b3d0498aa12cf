"""Taking back what was told beside the pack, as a pack is withdrawn."""

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId
from domain.shared.messages import Command
from domain.shared.vocabulary import ProviderId, Subject


class TakeBackAnswer(Command):
    """Take an answer out of sight at once, whoever it went to; `reason` is what was wrong."""

    question_id: QuestionId
    reason: Code
    now: AwareDatetime
    by: Subject


class TakeBackInformation(Command):
    """Take one part of the full information out of the sight of who was given it."""

    provider_id: ProviderId
    section: SectionName
    reason: Code
    now: AwareDatetime
    by: Subject


TakingBackCommand = TakeBackAnswer | TakeBackInformation
