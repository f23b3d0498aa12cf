"""The money of the search that a placement came from, as it is paid by now."""

from collections.abc import Sequence
from typing import Any

from application.referral.funding_view import since_asked
from application.referral.paid import as_paid
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.referral.events import ReferralEvent
from domain.referral.funding import FundingPlan
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import ReferralId


def plan_paid(
    streams: Reads, referral_id: ReferralId | None, position: int | None = None
) -> FundingPlan | None:
    """What was authorised, with every share as it stands; none where nothing was."""
    if referral_id is None:
        return None
    told: Sequence[Recorded[ReferralEvent]] | Any = streams.read(
        stream_of("referral", referral_id), position
    ).events
    asked = since_asked(told)
    money = as_paid(asked).money if asked else None
    return money.plan if money else None
