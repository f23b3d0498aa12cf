"""How fast a request is to be met."""

from dataclasses import dataclass

from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted
from domain.referral.events.triage import RequestAmended
from domain.shared.terms import Tier


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a request is to be met, as it was last written or amended."""

    tier: Tier = Tier.STANDARD
    emergency: bool = False

    @property
    def hurried(self) -> bool:
        return self.emergency or self.tier is Tier.URGENT


def paced(pace: Pace, event: ReferralEvent) -> Pace:
    match event:
        case ReferralDrafted(tier=tier, emergency=emergency):
            return Pace(tier, emergency)
        case RequestAmended(now=now):
            return Pace(now.tier or pace.tier, now.is_emergency(held=pace.emergency))
        case _:
            return pace
