"""What passes between brokers and referrer before the market is asked."""

from typing import ClassVar

from domain.referral.sections import SectionName
from domain.referral.spoken import Spoken
from domain.referral.triage import QuestionId, RequestChange, Returning
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class ReferralReturned(Event):
    """The brokers sent the request back to be written further."""

    stored_as: ClassVar[str] = "referral.returned.v1"

    reasons: tuple[Returning, ...]
    by: Subject


class QuestionAsked(Event):
    """The brokers want to know something of those who referred the child."""

    stored_as: ClassVar[str] = "referral.question_asked.v1"

    question_id: QuestionId
    text: Sealed[str]
    by: Subject


class QuestionAnswered(Event):
    stored_as: ClassVar[str] = "referral.question_answered.v1"

    question_id: QuestionId
    text: Sealed[str]
    by: Subject


class RequestAmended(Event):
    """Coded parts of the request changed: what they were and what they are, field by field.

    `called_by` is the manager by whose word it is an emergency, and `spoken` when that was said
    by telephone; before it was asked for, nobody is named.
    """

    stored_as: ClassVar[str] = "referral.request_amended.v1"

    was: RequestChange
    now: RequestChange
    why: Sealed[str]
    by: Subject
    called_by: Subject | None = None
    spoken: Spoken | None = None


class SectionAmended(Event):
    """A section was written anew after submission; what it said before stays beside it."""

    stored_as: ClassVar[str] = "referral.section_amended.v1"

    section: SectionName
    was: Sealed[str | None]
    now: Sealed[str]
    why: Sealed[str]
    by: Subject


TriageEvent = ReferralReturned | QuestionAsked | QuestionAnswered | RequestAmended | SectionAmended
