"""K-01: whether the providers that were asked answered in time (S-004, 3.7.1)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from application.measures.asked import Asked, asked
from application.measures.told import Item, Search, Told, ids, labelled
from domain.provider.state import is_suspended
from domain.referral.events import ReferralEvent
from domain.referral.events.answers import OfferDeclined, OfferSubmitted
from domain.referral.events.choice import PreferredOfferSelected
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralWithdrawn
from domain.referral.events.request import ReferralAccepted
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.shared.moments import begins, london_day
from domain.shared.terms import Tier


def in_time(told: Told, tier: Tier) -> Iterator[Item]:
    """One for each invitation whose last deadline fell into the quarter (R-06)."""
    for search in told.searches:
        for one in asked(search):
            if one.invited.tier is tier and _is_counted(told, search, one):
                yield _item(search, one)


def _is_counted(told: Told, search: Search, one: Asked) -> bool:
    due = told.quarter.holds(one.deadline) and one.deadline <= told.judged_at
    return due and not (_called_off(search, one) or _suspended(told, one))


def _called_off(search: Search, one: Asked) -> bool:
    return any(
        _calls_off(each.event, one.invited.provider_id) and begins(each.effective_at) < one.deadline
        for each in search
    )


def _calls_off(event: ReferralEvent, asked_of: UUID) -> bool:
    match event:
        case InvitationWithdrawn(provider_id=provider_id):
            return provider_id == asked_of
        case PreferredOfferSelected(cut_short=cut_short):
            return asked_of in cut_short
        case ReferralWithdrawn() | ReferralClosedUnfilled():
            return True
        case _:
            return False


def _suspended(told: Told, one: Asked) -> bool:
    provider = told.providers.get(one.invited.provider_id)
    return provider is not None and is_suspended(provider, london_day(one.deadline))


def _item(search: Search, one: Asked) -> Item:
    of = one.invited.provider_id
    answers = [each for each in search if _answers_in_time(each.event, of, one.deadline)]
    return Item(
        moment=one.deadline,
        counts=bool(answers),
        events=ids(*one.words, *answers),
        labels=labelled(provider=of, lot=one.invited.lot or lot_of(search)),
    )


def _answers_in_time(answer: ReferralEvent, provider_id: UUID, deadline: datetime) -> bool:
    """An offer, or a decline with its reason; the deadline itself is in time (R-05, 6-63)."""
    match answer:
        case OfferSubmitted() | OfferDeclined(late=False):
            return answer.provider_id == provider_id and answer.at <= deadline
        case _:
            return False


def lot_of(search: Search) -> str | None:
    return next(
        (e.event.lot for e in reversed(search) if isinstance(e.event, ReferralAccepted)), None
    )
