"""Copies of documents, for a provider that was invited and has opened the pack."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.access.policy import Decision
from domain.referral.codes import InvitationId
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ReferralId
from interface.http.cases.documents import KEPT
from interface.http.dependencies import Caller, reading
from interface.http.invitations.own import organisation_of, own
from interface.http.problems import declared

router = APIRouter(
    prefix="/invitations/{invitation_id}/documents",
    tags=["invitations"],
    responses=declared(404),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadableCopy:
    copy_id: UUID
    kind: str
    version: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class ReadableCopies:
    documents: Sequence[ReadableCopy]


@router.get("")
def read_own_copies(
    invitation_id: UUID, caller: Caller = reading(Action.READ_INVITATIONS)
) -> ReadableCopies:
    """The documents that come with a pack, once it was opened and for as long as it is shown."""
    released = caller.service.search.copies.released(_opened(caller, invitation_id))
    return ReadableCopies(
        documents=[
            ReadableCopy(
                copy_id=each.copy_id, kind=each.kind, version=each.version, sha256=each.sha256
            )
            for each in released
        ]
    )


@router.get("/{copy_id}", response_class=Response, responses={200: {"content": {"text/html": {}}}})
def read_own_copy(
    invitation_id: UUID, copy_id: UUID, caller: Caller = reading(Action.READ_INVITATIONS)
) -> Response:
    """One copy. Who read it is part of the evidence (5.3)."""
    content = caller.service.search.copies.content(_opened(caller, invitation_id), copy_id)
    decision = Decision(allow=True, rule="own_organisation", obligations=("log",))
    caller.service.access_log.note(
        caller.principal, caller.action, f"copy-{copy_id}", caller.purpose, decision
    )
    return Response(content, media_type="text/html; charset=utf-8", headers=KEPT)


def _opened(caller: Caller, invitation_id: UUID) -> ReferralId:
    """The search that an opened invitation leads to, for as long as its pack is shown."""
    if own(caller, invitation_id).pack is None:
        raise NotFound
    return caller.service.search.copies.led_to(InvitationId(invitation_id), organisation_of(caller))
