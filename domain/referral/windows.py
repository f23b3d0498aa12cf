"""How long each provider has: windows opened, begun anew by a material change, or extended."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache

from domain.referral.events import ReferralEvent
from domain.referral.events.market import ReferralAmended, ResponseDeadlineExtended
from domain.shared.clock_catalogue import C_RESP_1, C_RESP_24
from domain.shared.clocks import Clock, ClockTerms, Due, Outcome, opened
from domain.shared.deadlines import Limit, Unit
from domain.shared.envelope import Recorded
from domain.shared.terms import Tier
from domain.shared.vocabulary import ProviderId

RESPONSE = {Tier.STANDARD: C_RESP_24, Tier.URGENT: C_RESP_1}
"""The clock of each tier. Its length is the contract's, as the invitation says it."""

RESPONSES = frozenset(RESPONSE.values())


def response_key(tier: Tier, provider_id: ProviderId) -> str:
    return f"{RESPONSE[tier]}:{provider_id}"


@lru_cache(maxsize=256)
def window(since: datetime, deadline: datetime) -> Limit:
    return Limit(number=(deadline - since) // timedelta(minutes=1), unit=Unit.MINUTES)


def moved_windows(
    recorded: Recorded[ReferralEvent],
    found: Mapping[str, Clock],
    heard: Collection[str],
    terms: ClockTerms,
) -> dict[str, Clock]:
    """The clocks of those not yet heard from, as an event of the council's moves them.

    Who answered before a restart has answered: an invitation counts once (R-06, R-68). One
    that stopped because the pack was withdrawn begins anew with the pack that takes its place.
    """
    match recorded.event:
        case ReferralAmended(at=at, deadline=datetime() as deadline):
            limit = window(at, deadline)
            return {
                clock.key: opened(recorded, clock.code, limit, terms, key=clock.key)
                for clock in found.values()
                if _is_silent(clock, heard)
            }
        case ResponseDeadlineExtended(deadline=deadline):
            due = Due(at=deadline, plan_by=None)
            return {
                clock.key: replace(clock, due=due)
                for clock in found.values()
                if clock.code in RESPONSES and clock.outcome is Outcome.RUNNING
            }
        case _:
            return {}


def _is_silent(clock: Clock, heard: Collection[str]) -> bool:
    unheard = clock.code in RESPONSES and clock.key not in heard
    return unheard and clock.outcome is not Outcome.NOT_KNOWN
