"""What was recorded of one search, as its clocks read it."""

from collections.abc import Sequence

from domain.referral.events import ReferralEvent
from domain.shared.envelope import Recorded

History = Sequence[Recorded[ReferralEvent]]
