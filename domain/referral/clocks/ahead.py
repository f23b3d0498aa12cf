"""Whoever moved in ahead of the money opens one clock for all, and no other's money closes it."""

from collections.abc import Mapping

from domain.referral.events import ReferralEvent
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.funding import FundingAuthorised
from domain.referral.events.housed import StayJoined
from domain.referral.events.siblings import SiblingMovedIn
from domain.shared.clock_catalogue import (
    C_FUND_RETRO,
)
from domain.shared.clocks import Clock, Outcome
from domain.shared.vocabulary import OfferId

MOVED_IN = ReferralFulfilled | SiblingMovedIn | StayJoined


Ahead = Mapping[str, OfferId]
"""By which offer somebody moved in ahead of the money, by the clock that this opened."""


def ahead_of_money(event: ReferralEvent, clock: Clock) -> Ahead:
    if clock.code == C_FUND_RETRO and isinstance(event, MOVED_IN):
        return {clock.key: event.offer_id}
    return {}


def runs_already(event: ReferralEvent, found: Mapping[str, Clock], ahead: Ahead) -> bool:
    """Of several children the first who moved in ahead of the money opened it for all."""
    if not isinstance(event, MOVED_IN):
        return False
    theirs = (found[key] for key, offer_id in ahead.items() if offer_id == event.offer_id)
    return any(clock.outcome is Outcome.RUNNING for clock in theirs)


def pays_for_others(event: ReferralEvent, offer_id: OfferId | None) -> bool:
    """Whether money was authorised for another offer than that by which somebody moved in."""
    return (
        offer_id is not None and isinstance(event, FundingAuthorised) and event.offer_id != offer_id
    )
