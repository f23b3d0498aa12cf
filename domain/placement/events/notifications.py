"""What can happen about telling those who must be told where a child lives."""

from datetime import date
from typing import ClassVar

from domain.placement.notifying import AreaContent, Exclusion, Means, Recipient
from domain.shared.breaches import Breach
from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class NotificationSent(Event):
    """Somebody was told in writing where the child is to live, or lives."""

    stored_as: ClassVar[str] = "placement.notification_sent.v1"

    to: Recipient
    on: When
    means: Means
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class AreaAuthorityNotified(Event):
    """The authority where the child goes to live was told, and given `contents`, all or some."""

    stored_as: ClassVar[str] = "placement.area_authority_notified.v1"

    council: GssCode
    on: When
    means: Means
    contents: tuple[AreaContent, ...]
    by: Subject

    def effective(self) -> When:
        return self.on


class RecipientExcluded(Event):
    """Somebody was lawfully left out, of the start and of the end, by whoever decided so."""

    stored_as: ClassVar[str] = "placement.recipient_excluded.v1"

    recipient: Recipient
    why: Exclusion
    because: Sealed[str]
    on: date
    by: Subject
    role: RoleName

    def effective(self) -> When:
        return self.on


class TerminationNotified(Event):
    """Somebody was told in writing that the placement ends, or ended."""

    stored_as: ClassVar[str] = "placement.termination_notified.v1"

    to: Recipient
    on: When
    means: Means
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


NotificationEvent = (
    NotificationSent | AreaAuthorityNotified | RecipientExcluded | TerminationNotified
)
