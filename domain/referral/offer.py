"""An offer: what a provider says it can do for this child."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from pydantic import AwareDatetime, Field

from domain.referral.codes import Side
from domain.referral.offer_content import OfferContent
from domain.referral.siblings import ForSiblings, homes_for
from domain.shared.messages import Value
from domain.shared.moments import When, end_of_day
from domain.shared.money import PriceLine
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, ProviderId, SettingId, Subject


class Entered(Value):
    """Who of a provider said so by telephone, and when; and who wrote it down (R-125)."""

    said_by: Sealed[str]
    said_at: AwareDatetime
    by: Subject


class Offer(Value):
    """A priced offer. `half_hours` of support a week, so that 50 means 25 hours.

    `setting_id` is absent where support alone was asked for (R-13). `outcomes` says how each
    outcome is met and its risks managed. A day in `open_until` holds to its last second.
    `content` is absent from offers made before it was asked for. `siblings` says which of
    several children it takes: `half_hours` are those of each, lines of the price say whose.
    """

    offer_id: OfferId
    setting_id: SettingId | None
    earliest_start: date
    price: tuple[PriceLine, ...]
    half_hours: int = Field(ge=0)
    open_until: When
    outcomes: Sealed[str]
    content: OfferContent | None = None
    siblings: ForSiblings | None = None

    def starts_on(self, needed_from: date) -> date:
        """The first day on which the place is there and the child needs it."""
        return max(self.earliest_start, needed_from)

    @property
    def homes(self) -> frozenset[SettingId]:
        """Every home that is offered; none where support alone was asked for."""
        split = self.siblings.homes if self.siblings else ()
        homes = {self.setting_id, *(each.setting_id for each in split)}
        return frozenset(home for home in homes if home is not None)

    def homes_for(self, children: Iterable[int]) -> Mapping[int, SettingId | None]:
        """Which of these children it takes, by number, and into which home."""
        return homes_for(self.siblings, self.setting_id, children)

    def part_for(self, child: int) -> "Offer":
        """What it is for one child of several, as if that child alone had been asked for."""
        if self.siblings is None:
            return self
        own = [line for line in self.price if line.child == child]
        changes = {
            "setting_id": self.homes_for([child]).get(child),
            "price": tuple(line.model_copy(update={"child": None}) for line in own),
            "siblings": None,
        }
        return self.model_copy(update=changes)


class Standing(StrEnum):
    """Whether an offer may be chosen. A late one waits to be admitted (R-09)."""

    OPEN = "open"
    LATE = "late"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


@dataclass(frozen=True)
class Proposed:
    """The last word in a negotiation about the category: whose, and at what price."""

    side: Side
    price: tuple[PriceLine, ...]


@dataclass(frozen=True)
class HeldOffer:
    """An offer as the referral remembers it.

    `admitted` is one that came late and may be chosen all the same; `at_once` by the choice
    itself, in an emergency. `price_agreed` is one whose
    price both sides agreed on for a difference from the category (4-095). `entered_by` wrote
    it down for its provider, who offered by telephone (R-125), and has `owned` to it, or not,
    once it answered.
    """

    offer: Offer
    provider_id: ProviderId
    standing: Standing
    admitted: bool = False
    at_once: bool = False
    changeable_until: datetime | None = None
    proposed: Proposed | None = None
    price_agreed: bool = False
    entered_by: Subject | None = None
    owned: bool | None = None

    def is_open(self) -> bool:
        return self.standing is Standing.OPEN

    def may_be_changed_late(self, at: datetime) -> bool:
        """Whether the broker asked for a change that may still come (2.3)."""
        return self.changeable_until is not None and at <= self.changeable_until

    def has_run_out(self, now: datetime) -> bool:
        """Whether its provider no longer holds it open; the last instant still counts."""
        until = self.offer.open_until
        return now > (until if isinstance(until, datetime) else end_of_day(until))
