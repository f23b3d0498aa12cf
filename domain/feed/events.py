"""What happens to a feed. Nothing in these is about a child, and none holds the address."""

from datetime import date
from typing import ClassVar

from domain.shared.messages import Event
from domain.shared.vocabulary import Subject
from domain.shared.warnings import RoleName


class FeedOpened(Event):
    """An address was given; the one before it, if there was one, leads nowhere any more.

    `number` counts the addresses of this person; it is read up to and with the day `until`.
    """

    stored_as: ClassVar[str] = "feed.opened.v1"

    who: Subject
    role: RoleName
    teams: tuple[str, ...]
    number: int
    until: date


class FeedWithdrawn(Event):
    """The address leads nowhere any more."""

    stored_as: ClassVar[str] = "feed.withdrawn.v1"

    by: Subject


FeedEvent = FeedOpened | FeedWithdrawn
