"""What can happen after a child came back: an interview, offered, held or declined."""

from typing import ClassVar

from domain.shared.code_lists import Code
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import EventId, Subject


class ReturnInterviewOffered(Event):
    """The child was offered to talk to somebody about these returns."""

    stored_as: ClassVar[str] = "case.return_interview_offered.v1"

    returns: tuple[EventId, ...]
    on: When
    by: Subject

    def effective(self) -> When:
        return self.on


class ReturnInterviewHeld(Event):
    """Somebody talked with the child about these returns: one interview may cover several."""

    stored_as: ClassVar[str] = "case.return_interview_held.v1"

    returns: tuple[EventId, ...]
    on: When
    interviewer: Sealed[str]
    independent: bool
    said: Sealed[str | None]
    by: Subject

    def effective(self) -> When:
        return self.on


class ReturnInterviewDeclined(Event):
    """The child would not talk about these returns, or could not be asked; `why` is a code."""

    stored_as: ClassVar[str] = "case.return_interview_declined.v1"

    returns: tuple[EventId, ...]
    on: When
    why: Code | None
    by: Subject

    def effective(self) -> When:
        return self.on


class PoliceTold(Event):
    """The police were told that the child is missing; the reference is theirs."""

    stored_as: ClassVar[str] = "case.police_told.v1"

    at: When
    reference: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.at


InterviewEvent = ReturnInterviewOffered | ReturnInterviewHeld | ReturnInterviewDeclined
