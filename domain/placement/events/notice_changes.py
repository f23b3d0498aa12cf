"""What becomes of a notice once it was given (docs/domain/02, 2.6).

A `notice` is named by its number: the first of a placement is 1, whoever gave it.
"""

from datetime import date
from typing import ClassVar

from domain.shared.messages import Event, Value
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class AgreedEnd(Value):
    """Another end that both parties agreed in writing; it `was` another before, if any.

    Fees run until `pay_until`, that day included, which the parties say themselves (6-16).
    """

    notice: int
    agreed_on: When
    was: date | None
    earliest_end: date
    pay_until: date
    reason: Sealed[str]
    provider_agreed: Sealed[str]
    approved_by: Subject
    by: Subject


class NoticeShortenedByAgreement(Event, AgreedEnd):
    """It runs out sooner. The period it was given with stays on record (6-16, K-29)."""

    stored_as: ClassVar[str] = "placement.notice_shortened.v1"

    def effective(self) -> When:
        return self.agreed_on


class NoticeExtendedByAgreement(Event, AgreedEnd):
    """It runs on, as where no next home is found."""

    stored_as: ClassVar[str] = "placement.notice_extended.v1"

    def effective(self) -> When:
        return self.agreed_on


class NoticeWithdrawn(Event):
    """Who gave it took it back, and the other party consented (6-20).

    `provider_agreed` spoke for the provider, `approved_by` is the manager who did for the council.
    """

    stored_as: ClassVar[str] = "placement.notice_withdrawn.v1"

    notice: int
    on: When
    reason: Sealed[str]
    provider_agreed: Sealed[str]
    approved_by: Subject
    by: Subject

    def effective(self) -> When:
        return self.on


class NoticeExpiredChildStillPlaced(Event):
    """It ran out at the end of `expired_on` and the child still lives there (6-18).

    Nothing ends by it: the terms go on, and so do visits and reviews.
    """

    stored_as: ClassVar[str] = "placement.notice_expired.v1"

    notice: int
    expired_on: date


NoticeChange = (
    NoticeShortenedByAgreement
    | NoticeExtendedByAgreement
    | NoticeWithdrawn
    | NoticeExpiredChildStillPlaced
)
