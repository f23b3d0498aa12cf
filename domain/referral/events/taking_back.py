"""Words beside the pack that should not have been read are taken back (6-65, R-98)."""

from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.events.market import AtInstant
from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId
from domain.shared.vocabulary import ProviderId


class AnswerTakenBack(AtInstant):
    """An answer is shown to nobody any more, and the question waits for another one.

    Nobody opens an answer: all to whom it was shown may have read it. It is kept as evidence.
    """

    stored_as: ClassVar[str] = "referral.invitation_answer_taken_back.v1"

    question_id: QuestionId
    reason: Code
    shown_to: tuple[ProviderId, ...]


class InformationTakenBack(AtInstant):
    """A part of the full information is shown no more, and is to be supplied anew."""

    stored_as: ClassVar[str] = "referral.information_taken_back.v1"

    provider_id: ProviderId
    section: SectionName
    reason: Code


TakingBackEvent = AnswerTakenBack | InformationTakenBack
