"""Until when each provider was asked, by the last word on it (R-06)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from application.measures.told import Search
from domain.referral.events import ReferralEvent
from domain.referral.events.market import ReferralAmended, ResponseDeadlineExtended
from domain.referral.events.search import ProviderInvited
from domain.shared.envelope import Recorded


@dataclass(frozen=True, slots=True)
class Asked:
    """One provider's invitation; `words` are the events that gave it its deadline."""

    invited: ProviderInvited
    deadline: datetime
    words: tuple[Recorded[Any], ...]


def asked(search: Search) -> Sequence[Asked]:
    """Restarted or extended, it is one invitation still, with the deadline it was given last."""
    found: dict[UUID, Asked] = {}
    for each in search:
        if isinstance(each.event, ProviderInvited):
            invited = each.event
            found[invited.provider_id] = Asked(invited, invited.deadline, (each,))
        elif (later := _for_all(each.event)) is not None:
            found = {
                provider: replace(one, deadline=later, words=(*one.words, each))
                for provider, one in found.items()
            }
    return list(found.values())


def _for_all(event: ReferralEvent) -> datetime | None:
    """The deadline that an event gives to everybody who has been asked so far."""
    match event:
        case ResponseDeadlineExtended(deadline=deadline) | ReferralAmended(deadline=deadline):
            return deadline
        case _:
            return None
