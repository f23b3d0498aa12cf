"""Documents on a child's record: what kind, which version, and the proof of what they hold.

The content is kept apart, sealed under the key of the child's file and named by its SHA-256
(R-30). A file name says too much and is never kept.
"""

from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.personal import Sealed

DocumentId = NewType("DocumentId", UUID)

Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""The digest of the content, in hexadecimal: what was kept or sent can be proved later."""


class DocumentKind(StrEnum):
    """What a document is (docs/domain/07, 7.1; seed rows 4-110, 4-119, 4-128)."""

    PATHWAY_PLAN = "pathway_plan"
    CARE_PLAN = "care_plan"
    PLACEMENT_PLAN = "placement_plan"
    SUPPORT_PLAN = "support_plan"
    ASSESSMENT = "assessment"
    RISK_ASSESSMENT = "risk_assessment"
    EDUCATION_PLAN = "education_plan"
    OTHER = "other"


class MediaType(StrEnum):
    """What can be read for identifiers, and so be shown to anybody outside."""

    PDF = "application/pdf"
    WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    TEXT = "text/plain"


class Document(Value):
    """One version of a document. `size` is in bytes; `replaces` is the version before it."""

    document_id: DocumentId
    kind: DocumentKind
    title: Sealed[str]
    version: int = Field(ge=1)
    replaces: DocumentId | None = None
    sha256: Sha256
    media_type: MediaType
    size: int = Field(ge=1)
