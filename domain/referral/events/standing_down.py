"""A provider is asked no longer."""

from typing import ClassVar

from domain.referral.codes import InvitationId, WithdrawnBecause
from domain.shared.messages import Event
from domain.shared.vocabulary import ProviderId


class InvitationWithdrawn(Event):
    """An unanswered invitation was taken back, in time; no measure counts it (R-06)."""

    stored_as: ClassVar[str] = "referral.invitation_withdrawn.v1"

    invitation_id: InvitationId
    provider_id: ProviderId
    reason: WithdrawnBecause
