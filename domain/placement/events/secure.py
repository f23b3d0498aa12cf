"""What can happen about a child's stay in a secure home."""

from datetime import date
from typing import ClassVar

from domain.placement.court_authority import AuthorityOfCourt
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class CourtAuthorityRecorded(Event):
    """A court allows the child to be kept here, up to and with the day `until`.

    None means that the court named no last day.
    """

    stored_as: ClassVar[str] = "placement.court_authority_recorded.v1"

    kind: AuthorityOfCourt
    from_: When
    until: date | None
    by: Subject

    def effective(self) -> When:
        return self.from_
