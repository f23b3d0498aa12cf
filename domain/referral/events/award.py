"""What was seen when an offer was chosen, an award without competition, and no offer at all."""

from enum import StrEnum
from typing import ClassVar

from domain.referral.codes import Code
from domain.referral.events.offers import OfOffer
from domain.shared.messages import Event, Value
from domain.shared.money import Amount
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, Subject


class DecisionPacketFrozen(Event):
    """What whoever chose had before them, as canonical JSON; `sha256` is its digest."""

    stored_as: ClassVar[str] = "referral.decision_packet_frozen.v1"

    offer_id: OfferId
    sha256: str
    content: Sealed[str]
    by: Subject


class DirectAwardMade(OfOffer):
    """A manager awarded without comparing; the price was held against `compared_weekly`, pence."""

    stored_as: ClassVar[str] = "referral.direct_award_made.v1"

    reason: Code
    compared_weekly: Amount
    price_check: Sealed[str]
    by: Subject


class Rung(StrEnum):
    """What is tried next where no offer will do, in this order (2.2)."""

    WIDEN = "widen"
    OTHER_ROUTE = "other_route"
    SPOT = "spot"
    SENIOR_MANAGER = "senior_manager"


class FoundWanting(Value):
    """One offer, and why it will not do."""

    offer_id: OfferId
    reason: Code
    text: Sealed[str]


class NoViableOffer(Event):
    """None of the offers will do, each for its reason; `next_rung` is what is tried now.

    `tried` is what came of the rung before; of the first, and of older steps, nothing is said.
    """

    stored_as: ClassVar[str] = "referral.no_viable_offer.v1"

    wanting: tuple[FoundWanting, ...]
    next_rung: Rung
    by: Subject
    tried: Sealed[str | None] = None


AwardEvent = DecisionPacketFrozen | DirectAwardMade | NoViableOffer
