"""Giving somebody an address for their own deadlines, and withdrawing it."""

from dataclasses import dataclass

from application.access.principal import Principal
from application.feed.addresses import feed_of, feed_stream
from application.reference.editions import Editions
from application.shared.office import Office
from application.shared.ports import Occasion, Receipt
from domain import feed
from domain.feed.commands import OpenFeed, WithdrawFeed
from domain.shared.clock_catalogue import FEED_VALIDITY
from domain.shared.clocks import due_after
from domain.shared.moments import london_day
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class FeedHandlers:
    office: Office
    editions: Editions

    def open(self, occasion: Occasion, who: Principal) -> Receipt:
        """A new address, which is read for as long as the edition in force says."""
        today = london_day(occasion.now)
        terms = self.editions.clock_terms(today)
        last = due_after(terms.limits[FEED_VALIDITY], today, terms.calendar)
        command = OpenFeed(
            who=Subject(who.subject), role=who.role, teams=who.teams, until=london_day(last.at)
        )
        stream = feed_stream(feed_of(who.authority, who.subject))
        return self.office.act(occasion, stream, feed.decider, command)

    def withdraw(self, occasion: Occasion, of: Subject) -> Receipt:
        """Somebody's own address, or that of a person of the same council."""
        stream = feed_stream(feed_of(occasion.actor.authority, of))
        command = WithdrawFeed(by=Subject(occasion.actor.subject))
        return self.office.act(occasion, stream, feed.decider, command)
