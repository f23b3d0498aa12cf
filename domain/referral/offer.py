"""An offer: what a provider says it can do for this child."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import Field

from domain.referral.offer_content import OfferContent
from domain.shared.messages import Value
from domain.shared.moments import When, end_of_day
from domain.shared.money import PriceLine
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, ProviderId, SettingId


class Offer(Value):
    """A priced offer. `half_hours` of support a week, so that 50 means 25 hours.

    `setting_id` is absent where support alone was asked for (R-13). `outcomes` says how each
    outcome is met and its risks managed. A day in `open_until` holds to its last second.
    `content` is absent from offers made before it was asked for.
    """

    offer_id: OfferId
    setting_id: SettingId | None
    earliest_start: date
    price: tuple[PriceLine, ...]
    half_hours: int = Field(ge=0)
    open_until: When
    outcomes: Sealed[str]
    content: OfferContent | None = None

    def starts_on(self, needed_from: date) -> date:
        """The first day on which the place is there and the child needs it."""
        return max(self.earliest_start, needed_from)


class Standing(StrEnum):
    """Whether an offer may be chosen. A late one waits to be admitted (R-09)."""

    OPEN = "open"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class HeldOffer:
    """An offer as the referral remembers it."""

    offer: Offer
    provider_id: ProviderId
    standing: Standing

    def is_open(self) -> bool:
        return self.standing is Standing.OPEN

    def has_run_out(self, now: datetime) -> bool:
        """Whether its provider no longer holds it open; the last instant still counts."""
        until = self.offer.open_until
        return now > (until if isinstance(until, datetime) else end_of_day(until))
