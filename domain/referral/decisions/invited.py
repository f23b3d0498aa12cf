"""Whose invitation it is, and whether it may still be answered."""

from datetime import datetime

from domain.referral.commands.answers import (
    DeclineReferral,
    SubmitOffer,
)
from domain.referral.invitation import Invitation
from domain.referral.offer import Standing
from domain.referral.stages import Asked, Withdrawn
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.vocabulary import ProviderId

OVER = "This can no longer be done."
"""A provider is told no more than that: how far the search has come is not its business."""


GONE = "The pack is not shown; another will take its place."


def invitation_of(asked: Asked, provider_id: ProviderId, at: datetime | None = None) -> Invitation:
    """The provider's invitation. Who was not asked learns nothing, not even the stage."""
    invitation = asked.facts.invitations.get(provider_id)
    if invitation is None:
        raise NotFound
    if at is not None and at < invitation.invited_at:
        raise EffectiveBeforeStream
    return invitation


def free_to_offer(asked: Asked, command: SubmitOffer) -> Invitation:
    """The invitation of a provider with no offer on the table.

    Who declined, or took its offer back, may have a place after all: that is a fact (R-94).
    """
    invitation = invitation_of(asked, command.provider_id, command.at)
    own = [held for held in asked.facts.offers.values() if held.provider_id == command.provider_id]
    if any(held.standing in (Standing.OPEN, Standing.LATE) for held in own):
        raise WrongState("This invitation has been answered.")
    return invitation


def unanswered(asked: Asked, command: DeclineReferral) -> Invitation:
    """The provider's invitation, which takes one decline and no second."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    if invitation.is_answered():
        raise WrongState("This invitation has been answered.")
    return invitation


def too_late(asked: Asked, invitation: Invitation, at: datetime) -> bool:
    """Past the deadline (R-05), or after search or invitation was called off: nothing to win."""
    called_off = isinstance(asked, Withdrawn) or invitation.is_withdrawn()
    return called_off or invitation.is_late(at)
