"""What begins an emergency's deadlines: its minimum pack, or the word that calls it one."""

from collections.abc import Sequence
from dataclasses import dataclass

from domain.referral.events import ReferralEvent
from domain.referral.events.emergency import PackReleased
from domain.referral.events.search import ProviderInvited, ReferralPublished
from domain.referral.events.triage import RequestAmended
from domain.referral.field_matrix import PackStage
from domain.referral.history import History
from domain.referral.triage import RequestChange
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True, slots=True)
class Beginning:
    """From when the providers who were asked by then are to hear all, and a home is due."""

    told: Recorded[ReferralEvent]
    providers: frozenset[ProviderId]


def beginnings(told: History) -> Sequence[Beginning]:
    """Since it was called an emergency for the last time, in order; none where it never was.

    Before the market is asked it is no more than a request, and its publication begins it.
    """
    asked, published = set[ProviderId](), False
    begun, over = list[Beginning](), list[Beginning]()
    for recorded in told:
        match recorded.event:
            case ReferralPublished():
                published = True
            case ProviderInvited(provider_id=provider_id):
                asked.add(provider_id)
            case PackReleased(pack=pack, providers=providers) if pack.stage is PackStage.EMERGENCY:
                begun.append(Beginning(recorded, frozenset(providers)))
            case RequestAmended(now=RequestChange(emergency=True)) if published:
                begun.append(Beginning(recorded, frozenset(asked)))
            case RequestAmended(now=RequestChange(emergency=False)):
                begun, over = [], begun or over
            case _:
                pass
    return begun or over
