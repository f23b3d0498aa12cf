"""Copies of documents for those invited: read by a broker, released by that broker, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.copies import Prepared
from domain.referral.codes import Code
from domain.referral.copies import Copy
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.cases.documents import KEPT
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)

EXAMPLE: dict[str, Any] = {"document_id": examples.DOCUMENT, "also_take": ["Mr Oduya"]}


class CopyAsked(Body):
    """Of which document; `also_take` are words of others to take out, besides the child's own."""

    model_config = ConfigDict(json_schema_extra={"example": EXAMPLE})

    document_id: UUID
    also_take: list[ShortText] = Field(default=[], max_length=100)


class CopyCertified(CopyAsked):
    """`read_sha256` is the digest of the copy that was read: only that very copy goes out."""

    model_config = ConfigDict(json_schema_extra={"example": {**EXAMPLE, "read_sha256": "0" * 64}})

    read_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


class CopyTakenBack(Body):
    model_config = ConfigDict(
        json_schema_extra={"example": {"copy_id": examples.COPY, "reason": "names_a_relative"}}
    )

    copy_id: UUID
    reason: Code


@dataclass(frozen=True, kw_only=True)
class PreparedCopy:
    """The copy as it would go out; `taken` counts the places that were blacked out."""

    document_id: UUID
    kind: str
    version: int
    text: str
    taken: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class ReleasedCopies:
    copies: Sequence[Copy]


@router.post("/document-copies/previews")
def preview_copy(
    referral_id: UUID, asked: CopyAsked, caller: Caller = reading(Action.BROKER_REFERRAL)
) -> PreparedCopy:
    """Read a document as those invited would: everything known of the child is taken out."""
    prepared = caller.service.search.copies.prepare(referral_id, asked.document_id, asked.also_take)
    return _shown(prepared)


@router.post("/document-copies", status_code=201)
def release_copy(
    referral_id: UUID,
    certified: CopyCertified,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Certify the copy that was read, and let those invited read it."""
    receipt = caller.service.search.copies.release(
        caller.occasion,
        referral_id,
        certified.document_id,
        certified.also_take,
        certified.read_sha256,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/document-copies/withdrawals", status_code=201)
def withdraw_copy(
    referral_id: UUID,
    taken_back: CopyTakenBack,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Take a copy back at once. What was read of it stays on record."""
    receipt = caller.service.search.copies.withdraw(
        caller.occasion, referral_id, taken_back.copy_id, taken_back.reason
    )
    return carried_out(caller.service, receipt, response)


@router.get("/document-copies")
def read_copies(
    referral_id: UUID, caller: Caller = reading(Action.READ_REFERRAL)
) -> ReleasedCopies:
    """The copies that those invited may read now."""
    return ReleasedCopies(copies=caller.service.search.copies.released(referral_id))


@router.get(
    "/document-copies/{copy_id}",
    response_class=Response,
    responses={200: {"content": {"text/html": {}}}},
)
def read_copy(
    referral_id: UUID, copy_id: UUID, caller: Caller = reading(Action.READ_PACKS)
) -> Response:
    """A copy as those invited could read it, taken back since or not: what it told is evidence."""
    content = caller.service.search.copies.evidence(referral_id, copy_id)
    return Response(content, media_type="text/html; charset=utf-8", headers=KEPT)


def _shown(prepared: Prepared) -> PreparedCopy:
    document = prepared.document
    return PreparedCopy(
        document_id=document.document_id,
        kind=document.kind,
        version=document.version,
        text=prepared.text,
        taken=prepared.taken,
        sha256=prepared.sha256,
    )
