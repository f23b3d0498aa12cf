"""Feeds: what an auditor reads of who could read deadlines where."""

from application.case.sentences.wording import Sentences
from domain.feed.events import FeedOpened, FeedWithdrawn

FEED: Sentences = {
    FeedOpened: "An address for their own deadlines was given, to be read until {e.until}.",
    FeedWithdrawn: "The address for deadlines was withdrawn.",
}
