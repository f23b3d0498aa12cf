"""Every transition of a feed, in one table."""

from collections.abc import Sequence

from domain.feed.commands import FeedCommand, OpenFeed, WithdrawFeed
from domain.feed.events import FeedEvent, FeedOpened, FeedWithdrawn
from domain.feed.rules import next_number
from domain.feed.state import Feed, NoFeed, Open
from domain.shared.errors import NotFound, WrongState


def decide(feed: Feed, command: FeedCommand) -> Sequence[FeedEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match feed, command:
        case _, OpenFeed():
            return open_feed(feed, command)
        case Open(), WithdrawFeed():
            return [FeedWithdrawn(by=command.by)]
        case NoFeed(), WithdrawFeed():
            raise NotFound("This person has no feed.")
        case _:
            raise WrongState("This feed was withdrawn already.")


def open_feed(feed: Feed, command: OpenFeed) -> Sequence[FeedEvent]:
    opened = FeedOpened(
        who=command.who,
        role=command.role,
        teams=tuple(sorted(command.teams)),
        number=next_number(feed),
        until=command.until,
    )
    return [opened]
