"""What both chronologies of a search are made with."""

from collections.abc import Iterable
from typing import TypeVar

from domain.referral.events import ReferralEvent
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import When

P = TypeVar("P", bound=Period)

History = Iterable[Recorded[ReferralEvent]]


def ended(period: P, until: When, recorded: Recorded[ReferralEvent]) -> P:
    return period.model_copy(update={"until": until, "ended_by": recorded.event_id})
