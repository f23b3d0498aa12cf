"""Documents on a child's record: put there whole, listed by version, read to the byte."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import AfterValidator, ConfigDict, Field

from application.access.actions import Action
from application.case.documents import HeldDocument, NewDocument, documents_of
from domain.case.documents import DocumentKind, MediaType
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import AskedOf
from interface.http.cases.reading import About, about
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, ShortText

router = APIRouter(
    prefix="/cases/{case_id}/documents", tags=["cases"], responses=declared(404, 409)
)

LARGEST_DOCUMENT = 10_000_000
"""Bytes of content."""


def _base64(told: str) -> str:
    try:
        base64.b64decode(told, validate=True)
    except binascii.Error as fault:
        raise ValueError("give the content in base 64") from fault
    return told


Base64 = Annotated[
    str,
    Field(
        min_length=4,
        max_length=LARGEST_DOCUMENT * 4 // 3 + 4,
        json_schema_extra={"contentEncoding": "base64"},
    ),
    AfterValidator(_base64),
]


class SentDocument(Body):
    """`content` is the file in base 64, ten million bytes at most; its name is not asked for.

    `replaces` is the version that this one follows.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "kind": "pathway_plan",
                "title": "Pathway plan, spring",
                "media_type": "text/plain",
                "content": base64.b64encode(b"She wants to cook for herself.").decode(),
            }
        }
    )

    kind: DocumentKind
    title: ShortText
    replaces: UUID | None = None
    media_type: MediaType
    content: Base64


@dataclass(frozen=True, kw_only=True)
class DocumentsOnRecord(About):
    documents: Sequence[HeldDocument]


@router.post("", status_code=201)
def add_document(
    case_id: UUID,
    sent: SentDocument,
    response: Response,
    caller: Commanding = commanding(Action.KEEP_DOCUMENTS),
) -> CommandAnswer:
    """Put a document on record, or the next version of one. What it replaces stays."""
    new = NewDocument(
        kind=sent.kind,
        title=sent.title,
        replaces=sent.replaces,
        media_type=sent.media_type,
        content=base64.b64decode(sent.content),
    )
    receipt = caller.service.documents.add(caller.occasion, case_id, new)
    return carried_out(caller.service, receipt, response)


@router.get("")
def read_documents(
    case_id: UUID, asked: AskedOf, caller: Caller = reading(Action.READ_CASE)
) -> DocumentsOnRecord:
    """Every version that was on record, with the digest that proves what it holds."""
    record = caller.service.records.record(case_id, asked.of)
    return DocumentsOnRecord(
        **about(case_id, asked, record.position), documents=documents_of(record)
    )


@router.get(
    "/{document_id}",
    response_class=Response,
    responses={200: {"content": {"application/octet-stream": {}}}},
)
def read_document(
    case_id: UUID, document_id: UUID, caller: Caller = reading(Action.READ_CASE)
) -> Response:
    """The document itself, to the byte. A browser is told to keep it and not to run it."""
    media_type, content = caller.service.documents.content(case_id, document_id)
    return Response(content, media_type=media_type, headers=KEPT)


KEPT = {
    "Content-Disposition": "attachment",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    "Cache-Control": "no-store",
}
