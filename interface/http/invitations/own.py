"""Reaching an invitation that is one's own. Anybody else's is not there at all."""

from uuid import UUID

from application.referral.queries import InvitedWithPack
from domain.referral.codes import InvitationId
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId
from interface.http.dependencies import Caller


def organisation_of(caller: Caller) -> ProviderId:
    """The provider that a caller answers for; `NotFound` for anybody else."""
    if caller.principal.organisation is None:
        raise NotFound
    return caller.principal.organisation


def require_own(caller: Caller, invitation_id: UUID) -> None:
    """Refuse what was not sent to the caller's own provider by this authority."""
    asked, provider_id = InvitationId(invitation_id), organisation_of(caller)
    if not caller.service.search.invitations.is_own(asked, provider_id, caller.principal.authority):
        raise NotFound


def own(caller: Caller, invitation_id: UUID) -> InvitedWithPack:
    """The invitation, if it was sent to the caller's own provider by this authority."""
    found = caller.service.search.invitations.find(
        InvitationId(invitation_id),
        organisation_of(caller),
        caller.principal.authority,
        caller.service.clock.now(),
    )
    if found is None:
        raise NotFound
    return found
