"""Where a provider's invitation leads."""

from application.referral.ports import Invitations
from domain.referral.codes import InvitationId
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId, ReferralId


def referral_of(
    invitations: Invitations, invitation_id: InvitationId, provider_id: ProviderId
) -> ReferralId:
    """The search that a provider's own invitation belongs to; another's leads nowhere."""
    invited = invitations.led_to(invitation_id, provider_id)
    if invited is None:
        raise NotFound
    return invited.referral_id
