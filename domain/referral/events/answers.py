"""What invited providers did, or left undone."""

from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.codes import Code, DeclineReason, InvitationId
from domain.referral.events.standing_down import InvitationWithdrawn
from domain.referral.offer import Entered, Offer
from domain.shared.breaches import Breach
from domain.shared.messages import Event, Milestone
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ProviderId


class ByProvider(Event):
    """What one invited provider did, at an instant."""

    invitation_id: InvitationId
    provider_id: ProviderId
    at: AwareDatetime

    def effective(self) -> When:
        return self.at


class PackViewed(ByProvider):
    """A provider opened a version of the pack for the first time.

    Events from before there were versions do not say which: there was one.
    """

    stored_as: ClassVar[str] = "referral.pack_viewed.v1"

    sha256: str | None = None


class OfferSubmitted(ByProvider):
    """A provider offered in time. `entered` is by whom, where it said so by telephone (R-125)."""

    stored_as: ClassVar[str] = "referral.offer_submitted.v1"
    milestone: ClassVar[Milestone | None] = Milestone.OFFERED

    offer: Offer
    entered: Entered | None = None


class OfferAmended(ByProvider):
    """A provider changed its offer while it still might; this is the whole offer as it now is."""

    stored_as: ClassVar[str] = "referral.offer_amended.v1"

    offer: Offer


class LateOfferReceived(ByProvider):
    """An offer came too late to be chosen from, unless admitted. It is a fact (R-09)."""

    stored_as: ClassVar[str] = "referral.late_offer_received.v1"

    offer: Offer
    entered: Entered | None = None
    breaches: tuple[Breach, ...] = ()


class OfferDeclined(ByProvider):
    """A provider answered that it will not offer: an answer all the same (6-63).

    `needs` are those it could not meet, for unmet need (K-42); none were named before they were.
    """

    stored_as: ClassVar[str] = "referral.offer_declined.v1"

    reason: DeclineReason
    text: Sealed[str] | None
    late: bool
    needs: tuple[Code, ...] = ()
    breaches: tuple[Breach, ...] = ()


class NoResponseRecorded(Event):
    """A provider let its deadline pass."""

    stored_as: ClassVar[str] = "referral.no_response_recorded.v1"

    invitation_id: InvitationId
    provider_id: ProviderId
    deadline: AwareDatetime


class ResponsesClosed(Event):
    """Nobody is waited for any more; the offers are evaluated."""

    stored_as: ClassVar[str] = "referral.responses_closed.v1"


AnswerEvent = (
    PackViewed
    | OfferSubmitted
    | OfferAmended
    | LateOfferReceived
    | OfferDeclined
    | NoResponseRecorded
    | InvitationWithdrawn
    | ResponsesClosed
)
