"""K-01: whether the providers that were asked answered in time (S-004, 3.7.1)."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from application.measures.told import Item, Search, Told, ids, labelled
from domain.provider.state import is_suspended
from domain.referral.events import (
    InvitationWithdrawn,
    OfferDeclined,
    OfferSubmitted,
    ProviderInvited,
    ReferralAccepted,
    ReferralEvent,
    ReferralWithdrawn,
)
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day
from domain.shared.terms import Tier


def in_time(told: Told, tier: Tier) -> Iterator[Item]:
    """One for each invitation whose last deadline fell into the quarter (R-06)."""
    for search in told.searches:
        for invited in _last_invitations(search):
            event = invited.event
            if event.tier is tier and _is_counted(told, search, invited):
                yield _item(search, invited)


def _last_invitations(search: Search) -> list[Recorded[ProviderInvited]]:
    """Restarted or extended, it is one invitation still, with the deadline told last (R-06)."""
    last: dict[UUID, Recorded[ProviderInvited]] = {}
    for each in search:
        if isinstance(each.event, ProviderInvited):
            last[each.event.provider_id] = each  # type: ignore[assignment]  # narrowed above
    return list(last.values())


def _is_counted(told: Told, search: Search, invited: Recorded[ProviderInvited]) -> bool:
    deadline = invited.event.deadline
    due = told.quarter.holds(deadline) and deadline <= told.judged_at
    return due and not (_called_off(search, invited.event) or _suspended(told, invited.event))


def _called_off(search: Search, invited: ProviderInvited) -> bool:
    return any(
        _calls_off(each, invited) and begins(each.effective_at) < invited.deadline
        for each in search
    )


def _calls_off(each: Recorded[ReferralEvent], invited: ProviderInvited) -> bool:
    match each.event:
        case InvitationWithdrawn(provider_id=provider_id):
            return provider_id == invited.provider_id
        case ReferralWithdrawn():
            return True
        case _:
            return False


def _suspended(told: Told, invited: ProviderInvited) -> bool:
    provider = told.providers.get(invited.provider_id)
    return provider is not None and is_suspended(provider, london_day(invited.deadline))


def _item(search: Search, invited: Recorded[ProviderInvited]) -> Item:
    event = invited.event
    answers = [
        each for each in search if _answers_in_time(each.event, event.provider_id, event.deadline)
    ]
    return Item(
        moment=event.deadline,
        counts=bool(answers),
        events=ids(invited, *answers),
        labels=labelled(provider=event.provider_id, lot=lot_of(search)),
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
