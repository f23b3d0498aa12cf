"""The search is over."""

from typing import ClassVar

from domain.referral.codes import LapseReason, WithdrawalReason
from domain.referral.spoken import Spoken
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId, PlacementId, ProviderId, Subject


class ReferralWithdrawn(Event):
    """The home is no longer looked for. `spoken` is when an officer said so by telephone."""

    stored_as: ClassVar[str] = "referral.withdrawn.v1"

    reason: WithdrawalReason
    text: Sealed[str] | None
    by: Subject
    spoken: Spoken | None = None


class OfferLapsed(Event):
    """An open offer came to nothing."""

    stored_as: ClassVar[str] = "referral.offer_lapsed.v1"

    offer_id: OfferId
    provider_id: ProviderId
    reason: LapseReason


class ReferralFulfilled(Event):
    """The placement that this search led to has started, ahead of its money or not."""

    stored_as: ClassVar[str] = "referral.fulfilled.v1"

    placement_id: PlacementId
    offer_id: OfferId
    at: When
    breaches: tuple[Breach, ...] = ()
    verbal_authority: VerbalAuthority | None = None

    def effective(self) -> When:
        return self.at

    @property
    def awaits_money(self) -> bool:
        """Whether the child lives there and the money is still to be authorised (6-71)."""
        return bool(self.breaches) or self.verbal_authority is not None


EndingEvent = ReferralWithdrawn | OfferLapsed | ReferralFulfilled
