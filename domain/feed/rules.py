"""What feeds obey: no address is given twice, and one is read until its last day (R-240)."""

from datetime import date

from domain.feed.state import Feed, NoFeed, Open, Withdrawn


def next_number(feed: Feed) -> int:
    """The number of the next address."""
    match feed:
        case NoFeed():
            return 1
        case Open(opened=opened):
            return opened.number + 1
        case Withdrawn(number=number):
            return number + 1


def leads_somewhere(feed: Feed, today: date) -> bool:
    """Whether the newest address is still read on a day."""
    return isinstance(feed, Open) and today <= feed.opened.until
