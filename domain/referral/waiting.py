"""How long a draft may wait to be finished, counted from when it was last written on (R-53)."""

from collections.abc import Mapping

from domain.referral.events import ReferralEvent
from domain.referral.events.request import ReferralDrafted, SectionsWritten
from domain.shared.clock_catalogue import C_DRAFT
from domain.shared.clocks import Clock, ClockTerms, Outcome, opened
from domain.shared.envelope import Recorded


def draft_clock(
    recorded: Recorded[ReferralEvent], found: Mapping[str, Clock], terms: ClockTerms
) -> Clock | None:
    """The clock that writing opens, or opens anew.

    A request that was ever submitted waits as long as it must; so do all where no limit is in
    force.
    """
    limit = terms.limits.get(C_DRAFT)
    if limit is None:
        return None
    match recorded.event:
        case ReferralDrafted():
            return opened(recorded, C_DRAFT, limit, terms, key=C_DRAFT)
        case SectionsWritten() if _runs(found, C_DRAFT):
            return opened(recorded, C_DRAFT, limit, terms, key=C_DRAFT)
        case _:
            return None


def _runs(found: Mapping[str, Clock], key: str) -> bool:
    return key in found and found[key].outcome is Outcome.RUNNING
