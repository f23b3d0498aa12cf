"""What must be remembered of a feed: the newest address, and whether it still leads anywhere."""

from dataclasses import dataclass

from domain.feed.events import FeedEvent, FeedOpened, FeedWithdrawn
from domain.shared.errors import CorruptHistory


@dataclass(frozen=True)
class NoFeed:
    """Nobody has asked for one."""


@dataclass(frozen=True)
class Open:
    opened: FeedOpened


@dataclass(frozen=True)
class Withdrawn:
    """`number` is that of the address that was withdrawn: none is given twice."""

    number: int


Feed = NoFeed | Open | Withdrawn


def evolve(feed: Feed, event: FeedEvent) -> Feed:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match feed, event:
        case _, FeedOpened():
            return Open(event)
        case Open(opened=opened), FeedWithdrawn():
            return Withdrawn(opened.number)
        case _:
            raise CorruptHistory(feed, event)
