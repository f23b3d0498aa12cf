"""What can be asked about telling those who must be told where a child lives."""

from datetime import date

from domain.placement.notifying import (
    NOBODY,
    AreaContent,
    Exclusion,
    Means,
    PeopleOnRecord,
    Recipient,
)
from domain.shared.envelope import GssCode
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class RecordNotification(Command):
    """Record that somebody was told in writing, before the child moves in or after.

    `people` are on the child's record; `known_from` is the first day of this placement (R-159).
    """

    to: Recipient
    on: When
    means: Means
    by: Subject
    people: PeopleOnRecord = NOBODY
    known_from: date | None = None


class RecordAreaNotification(Command):
    """Record that the authority of the home's area was told, and what it was given."""

    council: GssCode
    on: When
    means: Means
    contents: tuple[AreaContent, ...]
    by: Subject
    known_from: date | None = None


class ExcludeRecipient(Command):
    """Decide that somebody is lawfully not told, and say why."""

    recipient: Recipient
    why: Exclusion
    because: str
    on: date
    by: Subject
    role: RoleName
    people: PeopleOnRecord = NOBODY


class RecordNotificationOfEnd(Command):
    """Record that somebody was told in writing of the end, ahead of it or afterwards."""

    to: Recipient
    on: When
    means: Means
    by: Subject
    people: PeopleOnRecord = NOBODY


NotificationCommand = (
    RecordNotification | RecordAreaNotification | ExcludeRecipient | RecordNotificationOfEnd
)
