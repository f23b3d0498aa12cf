"""What passes between brokers and referrer before the market is asked."""

from datetime import date
from enum import StrEnum
from typing import NewType
from uuid import UUID

from domain.referral.sections import RequestDetails, SectionName
from domain.shared.messages import Value
from domain.shared.personal import Sealed
from domain.shared.terms import Tier

QuestionId = NewType("QuestionId", UUID)


class ReturnReason(StrEnum):
    """Why the brokers send a request back to its writer (docs/domain/02, 2.2)."""

    INCOMPLETE = "incomplete"
    UNCLEAR = "unclear"
    OUT_OF_DATE = "out_of_date"
    WRONG_ROUTE = "wrong_route"
    WRONG_LOT = "wrong_lot"
    ALREADY_ASKED_FOR = "already_asked_for"


class Returning(Value):
    """One reason, about one section or about the whole; what is wrong is said in words."""

    reason: ReturnReason
    section: SectionName | None = None
    text: Sealed[str]


class RequestChange(RequestDetails):
    """The coded parts of a request that are changed; what is absent stays as it was.

    What is found to be an emergency is called one, and that word may be taken back; what was
    asked for as an emergency is not amended away, but returned to its writer, who submits it
    with everything that the standard route asks for.
    """

    tier: Tier | None = None
    emergency: bool | None = None
    needed_from: date | None = None

    def is_emergency(self, *, held: bool) -> bool:
        """Whether it is one after this change."""
        return held if self.emergency is None else self.emergency
