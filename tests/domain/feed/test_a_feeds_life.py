"""An address for one's own deadlines: one at a time, for some weeks, withdrawn at once."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain import feed
from domain.feed.chronology import chronology
from domain.feed.commands import OpenFeed, WithdrawFeed
from domain.feed.events import FeedEvent, FeedOpened, FeedWithdrawn
from domain.feed.rules import leads_somewhere
from domain.shared.envelope import Recorded
from domain.shared.errors import CorruptHistory, NotFound, WrongState
from domain.shared.vocabulary import Subject
from tests.support.clocks import told
from tests.support.scenario import Case

CASEY, MORGAN = Subject("casey"), Subject("morgan-manager")
UNTIL = date(2026, 6, 1)
ASKED = OpenFeed(who=CASEY, role="caseworker", teams=frozenset({"team-b", "team-a"}), until=UNTIL)
WITHDRAWN = FeedWithdrawn(by=MORGAN)

case = Case(feed.decider)


def opened(number: int = 1) -> FeedOpened:
    teams = ("team-a", "team-b")
    return FeedOpened(who=CASEY, role="caseworker", teams=teams, number=number, until=UNTIL)


@pytest.mark.covers("R-240")
def test_each_address_is_the_next_and_none_is_given_twice() -> None:
    case.given().when(ASKED).then(opened())
    case.given(opened()).when(ASKED).then(opened(2))
    case.given(opened(), WITHDRAWN).when(ASKED).then(opened(2))


@pytest.mark.covers("R-240")
def test_it_is_withdrawn_once_and_only_where_there_is_one() -> None:
    withdraw = WithdrawFeed(by=MORGAN)
    case.given(opened()).when(withdraw).then(WITHDRAWN)
    case.given(opened(), WITHDRAWN).when(withdraw).then_refused(WrongState)
    case.given().when(withdraw).then_refused(NotFound)
    with pytest.raises(CorruptHistory):
        feed.decider.replay([WITHDRAWN])


@pytest.mark.covers("R-240")
def test_it_is_read_up_to_its_last_day_and_not_once_withdrawn() -> None:
    open_feed = feed.decider.replay([opened()])

    assert leads_somewhere(open_feed, UNTIL)
    assert not leads_somewhere(open_feed, UNTIL + timedelta(days=1))
    assert not leads_somewhere(feed.decider.replay([opened(), WITHDRAWN]), UNTIL)


def test_it_can_be_told_afterwards_who_could_read_when() -> None:
    first = datetime(2026, 3, 2, 9, tzinfo=UTC)
    later, after = first + timedelta(days=7), first + timedelta(days=200)
    history: list[Recorded[FeedEvent]] = [
        told(opened(), at=first, position=1),
        told(opened(2), at=later, position=2),
        told(opened(3), at=after, position=3),
        told(WITHDRAWN, at=after + timedelta(hours=1), position=4),
    ]

    assert [(each.number, each.since, each.until) for each in chronology(history)] == [
        (1, first, later),
        (2, later, UNTIL + timedelta(days=1)),
        (3, after, after + timedelta(hours=1)),
    ]
