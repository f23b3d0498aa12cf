"""What becomes of an offer between its arrival and the choice."""

from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.codes import OfferWithdrawalReason, Side
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.money import PriceLine
from domain.shared.personal import Sealed
from domain.shared.vocabulary import OfferId, ProviderId, Subject


class OfOffer(Event):
    """What happened to one provider's offer."""

    offer_id: OfferId
    provider_id: ProviderId


class OfferWithdrawn(OfOffer):
    """The provider took its offer back. If it was the preferred one, that is let go as well."""

    stored_as: ClassVar[str] = "referral.offer_withdrawn.v1"

    reason: OfferWithdrawalReason
    text: Sealed[str] | None
    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


class LateOfferAdmitted(OfOffer):
    """An offer that came late may be chosen all the same, with every other late one (6-62).

    `at_once` is by the choice itself, in an emergency (R-103).
    """

    stored_as: ClassVar[str] = "referral.late_offer_admitted.v1"

    reason: Sealed[str]
    by: Subject
    at_once: bool = False


class OfferAmendmentRequested(OfOffer):
    """The broker asked for a change after the deadline; it may come until `until`, inclusive."""

    stored_as: ClassVar[str] = "referral.offer_amendment_requested.v1"

    what: Sealed[str]
    until: AwareDatetime
    by: Subject


class CategoryDifferenceProposed(OfOffer):
    """One side named the difference from the category, what it takes, and at what price (4-095).

    `price` is the whole weekly price that would hold, and not only what is added.
    """

    stored_as: ClassVar[str] = "referral.category_difference_proposed.v1"

    side: Side
    difference: Sealed[str]
    extra_services: Sealed[str]
    price: tuple[PriceLine, ...]
    by: Subject


class CategoryDifferenceAgreed(OfOffer):
    """The other side agreed: the offer costs `price`, `variation` pence a week more or less."""

    stored_as: ClassVar[str] = "referral.category_difference_agreed.v1"

    side: Side
    price: tuple[PriceLine, ...]
    variation: int
    by: Subject


class EnteredOfferConfirmed(OfOffer):
    """The provider says that the offer which was written down for it is its own (R-176)."""

    stored_as: ClassVar[str] = "referral.entered_offer_confirmed.v1"

    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


class EnteredOfferDenied(OfOffer):
    """The provider says that it never made the offer. What was done on it stays, as a breach."""

    stored_as: ClassVar[str] = "referral.entered_offer_denied.v1"

    text: Sealed[str]
    at: AwareDatetime
    by: Subject
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.at


OfferEvent = (
    OfferWithdrawn
    | EnteredOfferConfirmed
    | EnteredOfferDenied
    | LateOfferAdmitted
    | OfferAmendmentRequested
    | CategoryDifferenceProposed
    | CategoryDifferenceAgreed
)
