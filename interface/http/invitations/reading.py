"""What an invited provider reads: its own invitations, and the pack of each that it opened."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BaseModel

from application.access.actions import Action
from application.access.policy import Decision
from application.referral.queries import Invited, InvitedWithPack
from domain.referral.codes import InvitationId
from domain.shared.personal import Erased
from interface.http.dependencies import Caller, reading
from interface.http.invitations.own import organisation_of, own
from interface.http.paging import CursorText, Limit, opened, written
from interface.http.problems import declared

router = APIRouter(prefix="/invitations", tags=["invitations"])


class OlderInvitations(BaseModel):
    """Where the next page begins. New invitations come before the first and move nothing."""

    invitation_id: UUID


@dataclass(frozen=True, kw_only=True)
class InvitationPage:
    """A page, the newest first. `next` is the cursor of the page after, none on the last."""

    invitations: Sequence[Invited]
    next: str | None


@router.get("", responses=declared(404))
def read_invitations(
    limit: Limit = 50,
    cursor: CursorText = None,
    caller: Caller = reading(Action.READ_INVITATIONS),
) -> InvitationPage:
    """List the invitations sent to one's own organisation."""
    service = caller.service
    after = InvitationId(opened(cursor, OlderInvitations).invitation_id) if cursor else None
    found = service.search.invitations.page(
        organisation_of(caller),
        caller.principal.authority,
        service.clock.now(),
        after=after,
        limit=limit + 1,
    )
    page = found[:limit]
    more = OlderInvitations(invitation_id=page[-1].invitation_id) if len(found) > limit else None
    return InvitationPage(invitations=page, next=written(more) if more else None)


@router.get("/{invitation_id}", responses=declared(404))
def read_invitation(
    invitation_id: UUID, response: Response, caller: Caller = reading(Action.READ_INVITATIONS)
) -> InvitedWithPack:
    """One's own invitation. Its pack is shown once it was opened.

    It is read for as long after the outcome as the contract says (5.3).
    After a decision, `offer` has the reason given to this provider and to no other.
    """
    found = own(caller, invitation_id)
    response.headers["ETag"] = f'"{found.version}"'
    if _tells_of_child(found):
        # A redacted pack is about a child all the same: who read it is part of evidence (5.3).
        caller.service.access_log.note(
            caller.principal,
            caller.action,
            f"invitation-{invitation_id}",
            caller.purpose,
            Decision(allow=True, rule="own_organisation", obligations=("log",)),
        )
    return found


def _tells_of_child(found: InvitedWithPack) -> bool:
    """An answer is about the child as much as the pack is."""
    told = found.pack is not None or found.released is not None
    asked = found.questions
    return told or isinstance(asked, Erased) or any(each.answer is not None for each in asked)
