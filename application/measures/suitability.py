"""K-02 and K-05: offers that were judged suitable, by the last word on each."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from uuid import UUID

from application.measures.responses import lot_of
from application.measures.searches import AN_HOUR, first
from application.measures.told import Item, Search, Told, ids, labelled
from domain.referral.events.answers import LateOfferReceived, OfferSubmitted
from domain.referral.events.evaluation import SuitabilityJudged
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.search import ReferralPublished
from domain.shared.envelope import Recorded
from domain.shared.moments import begins

Judged = Mapping[UUID, Recorded[SuitabilityJudged]]


def per_referral(told: Told) -> Iterator[Item]:
    """K-02a: searches published in the quarter, and whether one offer or more was suitable."""
    for search in told.searches:
        published = first(search, ReferralPublished)
        if published is None or not told.quarter.holds(published.effective_at):
            continue
        suitable = [each for each in _judged(search).values() if each.event.suitable]
        yield Item(
            moment=published.effective_at,
            counts=bool(suitable),
            events=ids(published, *suitable),
            labels={**labelled(lot=lot_of(search)), "suitable_offers": (str(len(suitable)),)},
        )


def of_offers_in_time(told: Told) -> Iterator[Item]:
    """K-02b: offers that came in time in the quarter, and whether they were called suitable."""
    for search in told.searches:
        judged = _judged(search)
        for each in _offers(search):
            if isinstance(each.event, OfferSubmitted) and told.quarter.holds(each.effective_at):
                word = judged.get(each.event.offer.offer_id)
                yield Item(
                    moment=each.effective_at,
                    counts=word is not None and word.event.suitable,
                    events=ids(each, *([word] if word else [])),
                    labels=labelled(provider=each.event.provider_id, lot=lot_of(search)),
                )


def time_to_first(told: Told) -> Iterator[Item]:
    """K-05: from the publication to the first offer that was called suitable, late or not."""
    for search in told.searches:
        drafted, published = first(search, ReferralDrafted), first(search, ReferralPublished)
        if drafted is None or published is None:
            continue
        judged = _judged(search)
        suitable = [
            each
            for each in _offers(search)
            if (word := judged.get(each.event.offer.offer_id)) and word.event.suitable
        ]
        earliest = min(suitable, key=lambda each: each.order, default=None)
        if earliest is None or not told.quarter.holds(earliest.effective_at):
            continue
        waited = begins(earliest.effective_at) - begins(published.effective_at)
        yield Item(
            moment=earliest.effective_at,
            counts=True,
            events=ids(published, earliest, judged[earliest.event.offer.offer_id]),
            labels=labelled(tier=drafted.event.tier, lot=lot_of(search)),
            hours=max(waited, timedelta()) / AN_HOUR,
        )


def _offers(search: Search) -> Iterator[Recorded[OfferSubmitted] | Recorded[LateOfferReceived]]:
    for each in search:
        if isinstance(each.event, OfferSubmitted | LateOfferReceived):
            yield each  # type: ignore[misc]  # narrowed above


def _judged(search: Search) -> Judged:
    """The last word on each offer."""
    return {
        each.event.offer_id: each  # type: ignore[misc]  # narrowed below
        for each in search
        if isinstance(each.event, SuitabilityJudged)
    }
