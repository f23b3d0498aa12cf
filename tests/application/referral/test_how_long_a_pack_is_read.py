"""After its outcome a provider reads a pack for as long as the contract said, and no longer."""

from datetime import datetime, timedelta

import pytest

from application.referral.invitation import own_invitation, pack_is_open
from domain import referral
from domain.referral.events.search import ReferralPublished
from tests.support.referrals import (
    ELM,
    OAK,
    declined,
    publish,
    published,
    recorded,
    terms,
    until_approved,
    until_published,
)


def closing(hours: int) -> tuple[datetime | None, datetime | None]:
    """When one that declined last reads the pack, and when one that has not answered does."""
    before = [
        each.model_copy(update={"access_hours": hours})
        if isinstance(each, ReferralPublished)
        else each
        for each in until_published(OAK, ELM)
    ]
    history = list(recorded([*before, declined(OAK)]))
    one, other = (own_invitation(history, each) for each in (OAK, ELM))
    assert one is not None
    assert other is not None
    assert one.over_at is not None
    assert one.closes_at == one.over_at + timedelta(hours=hours)
    return one.closes_at, other.closes_at


@pytest.mark.parametrize("hours", [0, 1, 24, 72])
def test_the_pack_closes_as_many_hours_after_the_outcome_as_were_published(hours: int) -> None:
    closes_at, unanswered = closing(hours)

    assert closes_at is not None
    assert unanswered is None
    assert pack_is_open(closes_at, closes_at)
    assert not pack_is_open(closes_at, closes_at + timedelta(microseconds=1))
    assert pack_is_open(unanswered, closes_at + timedelta(days=365))


def test_a_publication_says_how_long_packs_are_read_under_its_contract() -> None:
    approved = referral.decider.replay(until_approved())
    longer = terms().model_copy(update={"access_hours": 72})

    (said, *_) = referral.decider.decide(approved, publish(terms=longer))

    assert said == published().model_copy(update={"access_hours": 72})
