"""K-42 and K-43: what could not be met, by need, area and age; and siblings kept together."""

from collections.abc import Iterator
from typing import TypeAlias

from application.measures.searches import first
from application.measures.told import Item, Search, Told, ids
from domain.referral.events.answers import OfferDeclined, OfferSubmitted, ResponsesClosed
from domain.referral.events.request import ReferralDrafted, ReferralSubmitted
from domain.referral.events.search import ReferralPublished
from domain.shared.envelope import Recorded

Unmet: TypeAlias = Recorded[OfferDeclined] | Recorded[ResponsesClosed]


def unmet(told: Told) -> Iterator[Item]:
    """Every decline, and every search whose answers closed without one offer in time."""
    for search in told.searches:
        published = first(search, ReferralPublished)
        if published is None:
            continue
        found: list[Unmet] = [*_declines(search), *_without_offer(search)]
        for each in found:
            if told.quarter.holds(each.effective_at):
                yield _of_pack(published, each)


def _declines(search: Search) -> Iterator[Recorded[OfferDeclined]]:
    for each in search:
        if isinstance(each.event, OfferDeclined):
            yield each  # type: ignore[misc]  # narrowed above


def _without_offer(search: Search) -> Iterator[Recorded[ResponsesClosed]]:
    closed = first(search, ResponsesClosed)
    if closed is not None and first(search, OfferSubmitted) is None:
        yield closed


def _of_pack(published: Recorded[ReferralPublished], each: Unmet) -> Item:
    pack, event = published.event.pack, each.event
    declined = isinstance(event, OfferDeclined)
    labels = {
        "need": tuple(pack.needs),
        "area": (pack.area,),
        "age": (str(pack.age_in_years),),
        "what": ("declined" if declined else "no_offer",),
    }
    if isinstance(event, OfferDeclined):
        labels["reason"] = (event.reason.value,)
    return Item(moment=each.effective_at, counts=True, events=ids(published, each), labels=labels)


def together(told: Told) -> Iterator[Item]:
    """Of brothers and sisters referred together, those who all live in one home by this search."""
    for search in told.searches:
        drafted, submitted = first(search, ReferralDrafted), first(search, ReferralSubmitted)
        if drafted is None or submitted is None or not drafted.event.siblings:
            continue
        if not told.quarter.holds(submitted.effective_at):
            continue
        children = {drafted.event.case_id, *drafted.event.siblings}
        stays = [s for s in told.stays if s.referral_id == drafted.event.referral_id]
        placed = {stay.case_id for stay in stays} == children
        yield Item(
            moment=submitted.effective_at,
            counts=placed and len({stay.setting_id for stay in stays}) == 1,
            events=(submitted.event_id, *(stay.source for stay in stays)),
            labels={"children": (str(len(children)),)},
        )
