"""A search's history sorted by the providers that it concerns, and carried on event by event."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from application.referral.invitation.concerning import concerns
from domain.referral.events.search import ProviderInvited
from domain.shared.chronology import InOrder, as_recorded
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId

Told = tuple[Recorded[Any], ...]


@dataclass(frozen=True, slots=True)
class SortedOut:
    """Everything, for those who will be asked; and by itself what concerns each who was."""

    told: Told = ()
    each: Mapping[ProviderId, Told] = field(default_factory=dict)

    def to(self, provider_id: ProviderId) -> Sequence[Recorded[Any]]:
        """What concerns one provider, as it was recorded; nothing if it was not asked."""
        return self.each.get(provider_id, ())

    def concerned(self) -> Sequence[ProviderId]:
        """Whom the last event concerns, of all who were asked."""
        last = self.told[-1]
        return [who for who, theirs in self.each.items() if theirs[-1] is last]


def _sort(known: SortedOut, recorded: Recorded[Any]) -> SortedOut:
    event, told = recorded.event, (*known.told, recorded)
    theirs = {
        who: (*before, recorded) for who, before in known.each.items() if concerns(event, who)
    }
    each = {**known.each, **theirs}
    if isinstance(event, ProviderInvited) and event.provider_id not in each:
        asked = event.provider_id
        each[asked] = tuple(before for before in told if concerns(before.event, asked))
    return SortedOut(told, each)


SORTED_OUT: InOrder[SortedOut, Any] = InOrder(SortedOut(), _sort, by=as_recorded)
