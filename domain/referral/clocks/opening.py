"""What opens a deadline."""

from domain.referral.clocks.pace import Pace
from domain.referral.events import ReferralEvent
from domain.referral.events.ending import ReferralFulfilled
from domain.referral.events.funding import FundingRequested
from domain.referral.events.housed import StayJoined
from domain.referral.events.in_house import (
    InHouseMatchReleased,
)
from domain.referral.events.request import ReferralAccepted, ReferralSubmitted
from domain.referral.events.search import ProviderInvited
from domain.referral.events.siblings import SiblingMovedIn
from domain.referral.windows import RESPONSE, response_key, window
from domain.shared.clock_catalogue import (
    C_FUND,
    C_FUND_EMERGENCY,
    C_FUND_RETRO,
    C_INHOUSE,
    C_INHOUSE_URGENT,
    C_TRIAGE,
    C_TRIAGE_EMERGENCY,
)
from domain.shared.clocks import Clock, ClockTerms, opened
from domain.shared.envelope import Recorded


def opened_by(recorded: Recorded[ReferralEvent], pace: Pace, terms: ClockTerms) -> Clock | None:
    emergency, hurried = pace.emergency, pace.hurried
    match recorded.event:
        case ReferralSubmitted():
            code = C_TRIAGE_EMERGENCY if emergency else C_TRIAGE
            return opened(recorded, C_TRIAGE, terms.limits[code], terms)
        case ReferralAccepted() | InHouseMatchReleased():
            code = C_INHOUSE_URGENT if hurried else C_INHOUSE
            return opened(recorded, C_INHOUSE, terms.limits[code], terms)
        case ProviderInvited() as invited:
            key = response_key(invited.tier, invited.provider_id)
            limit = window(invited.invited_at, invited.deadline)
            return opened(recorded, RESPONSE[invited.tier], limit, terms, key=key)
        case FundingRequested():
            code = C_FUND_EMERGENCY if emergency else C_FUND
            return opened(recorded, C_FUND, terms.limits[code], terms)
        case (
            ReferralFulfilled(awaits_money=True) | SiblingMovedIn(awaits_money=True) | StayJoined()
        ):
            return opened(recorded, C_FUND_RETRO, terms.limits[C_FUND_RETRO], terms)
        case _:
            return None
