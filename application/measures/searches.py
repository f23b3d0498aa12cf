"""K-06, K-07, K-08: how long children waited, how many searches found nothing, in house first."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TypeVar

from application.measures.responses import lot_of
from application.measures.told import Item, Search, Told, ids, labelled
from domain.referral.codes import WithdrawalReason
from domain.referral.events import ReferralEvent
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.in_house import InHouseBypassApproved
from domain.referral.events.request import ReferralDrafted, ReferralSubmitted
from domain.referral.events.search import InHouseSearchExhausted, ReferralPublished
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import begins

E = TypeVar("E", bound=Event)

AN_HOUR = timedelta(hours=1)


def first(search: Search, kind: type[E]) -> Recorded[E] | None:
    """The earliest event of a kind: a child has waited since it was first referred."""
    return next((each for each in search if isinstance(each.event, kind)), None)  # type: ignore[return-value]


def time_to_placement(told: Told) -> Iterator[Item]:
    """From the first submission to the start, by its last correction; one for each child."""
    for search in told.searches:
        drafted, submitted = first(search, ReferralDrafted), first(search, ReferralSubmitted)
        if drafted is None or submitted is None:
            continue
        for stay in told.stays:
            if (
                stay.moved_within
                or stay.referral_id != drafted.event.referral_id
                or not told.quarter.holds(stay.since)
            ):
                continue
            waited = begins(stay.since) - begins(submitted.effective_at)
            yield Item(
                moment=stay.since,
                counts=True,
                events=(submitted.event_id, stay.source),
                labels=labelled(tier=drafted.event.tier, lot=stay.lot, provider=stay.provider_id),
                hours=max(waited, timedelta()) / AN_HOUR,
            )


def unfilled(told: Told) -> Iterator[Item]:
    """Of the searches submitted in the quarter, those that ended with none found.

    A child who went home, or a duplicate, is no unmet need (6-66).
    """
    for search in told.searches:
        submitted = first(search, ReferralSubmitted)
        if submitted is None or not told.quarter.holds(submitted.effective_at):
            continue
        ended = [each for each in search if _found_nothing(each.event)]
        yield Item(
            moment=submitted.effective_at,
            counts=bool(ended),
            events=ids(submitted, *ended),
            labels=labelled(lot=lot_of(search)),
        )


def _found_nothing(event: ReferralEvent) -> bool:
    match event:
        case ReferralClosedUnfilled() | ReferralWithdrawn(reason=WithdrawalReason.NONE_FOUND):
            return True
        case _:
            return False


def in_house_first(told: Told) -> Iterator[Item]:
    """Publications, and whether the log has an outcome in house or a bypass before them."""
    for search in told.searches:
        published = first(search, ReferralPublished)
        if published is None or not told.quarter.holds(published.effective_at):
            continue
        before = [
            each
            for each in search
            if isinstance(each.event, InHouseSearchExhausted | InHouseBypassApproved)
            and each.version < published.version
        ]
        yield Item(
            moment=published.effective_at,
            counts=bool(before),
            events=ids(*before, published),
            labels=labelled(lot=published.event.lot),
        )
