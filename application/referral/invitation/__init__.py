"""One provider's own invitation: `fold` tells it from the history, `shape` is what is told."""

from application.referral.invitation.closing import pack_is_open
from application.referral.invitation.fold import own_invitation
from application.referral.invitation.shape import OfferStatus, OwnInvitation, OwnOffer

__all__ = ["OfferStatus", "OwnInvitation", "OwnOffer", "own_invitation", "pack_is_open"]
