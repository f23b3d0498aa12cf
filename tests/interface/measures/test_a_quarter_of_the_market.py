"""A quarter of a market's life through the API, and its measures counted once more by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from infrastructure.event_store.log import EventLog
from tests.support.databases import SqliteDatabases
from tests.support.market_life import MarketLife
from tests.support.service import Office, furnish, opened

SPRING = datetime(2026, 4, 1, 9, tzinfo=UTC)
SIZES = [
    pytest.param((6, 3, 12), id="a few days"),
    pytest.param((500, 88, 40), id="a whole quarter", marks=pytest.mark.endurance),
]


@pytest.fixture
def office(tmp_path: Path, sqlite_databases: SqliteDatabases) -> Iterator[Office]:
    """A service whose clock begins with the quarter."""
    home = tmp_path / "home"
    home.mkdir()
    url = sqlite_databases.fresh(home)
    furnish(home, url, SPRING)
    with opened(home, url, starting_at=SPRING) as service:
        yield service


SUMMER = datetime(2026, 6, 30, 23, tzinfo=UTC)
"""What falls due from midnight in London on 1 July belongs to the next quarter (6-10)."""


def raw(office: Office) -> list[Any]:
    streams = office.running.streams
    return list(EventLog(streams.recorder, streams.codec).after(0, 1_000_000))


def told(office: Office, code: str) -> tuple[int, int]:
    """What the service says of the quarter."""
    answer = office.get(f"/measures/{code}", {"quarter": "2026-04"})
    assert answer.status_code == 200, answer.text
    total = answer.json()["figure"]["total"]
    return total["numerator"], total["denominator"]


def answered_in_time(log: list[Any], tier: str) -> tuple[int, int]:
    """K-01 in ten lines that share nothing with the service but the names of events."""
    asked = {
        (e.stream, e.event.provider_id): e.event.deadline
        for e in log
        if e.event.stored_as == "referral.provider_invited.v1" and e.event.tier == tier
    }
    kinds = ("referral.offer_submitted.v1", "referral.offer_declined.v1")
    answers = [
        (e.stream, e.event.provider_id, e.event.at) for e in log if e.event.stored_as in kinds
    ]
    ended = [key for key, deadline in asked.items() if deadline <= min(log[-1].recorded_at, SUMMER)]
    timely = {(s, p) for s, p, at in answers if (s, p) in asked and at <= asked[s, p]}
    return sum(key in timely for key in ended), len(ended)


def suitable(log: list[Any]) -> tuple[tuple[int, int], tuple[int, int]]:
    """K-02a and K-02b in ten lines more: the last word on each offer, whoever gave it."""
    words = {
        e.event.offer_id: e.event.suitable
        for e in log
        if e.event.stored_as == "referral.suitability_judged.v1"
    }
    kind, log = "referral.offer_submitted.v1", [e for e in log if e.recorded_at < SUMMER]
    in_time = [(e.stream, e.event.offer.offer_id) for e in log if e.event.stored_as == kind]
    late = [e for e in log if e.event.stored_as == "referral.late_offer_received.v1"]
    offers = [*in_time, *((e.stream, e.event.offer.offer_id) for e in late)]
    published = {e.stream for e in log if e.event.stored_as == "referral.published.v1"}
    found = {stream for stream, offer in offers if words.get(offer)} & published
    timely = sum(words.get(offer, False) for _, offer in in_time)
    return (len(found), len(published)), (timely, len(in_time))


@pytest.mark.covers("K-01", "K-02a", "K-02b")
@pytest.mark.parametrize("size", SIZES)
def test_the_measures_of_a_quarter_are_those_that_the_raw_events_give(
    office: Office, size: tuple[int, int, int]
) -> None:
    requests, days, providers = size
    MarketLife.of(office, seed=20260401, providers=providers).live(requests, days)
    office.quiet()
    log = raw(office)

    for code, tier in (("K-01a", "standard"), ("K-01b", "urgent")):
        assert told(office, code) == answered_in_time(log, tier), code
    of_searches, of_offers = suitable(log)
    assert told(office, "K-02a") == of_searches
    assert told(office, "K-02b") == of_offers
