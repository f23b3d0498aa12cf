"""Copies of a child's documents that invited providers may read (R-30, seed row 4-110)."""

from typing import NewType
from uuid import UUID

from domain.shared.messages import Value

CopyId = NewType("CopyId", UUID)


class Copy(Value):
    """One copy, rendered anew without what identifies the child.

    `document_id`, `kind` and `version` say of which document; `of_sha256` proves what it was
    made from and `sha256` what was released. `taken` counts the places that were blacked out.
    """

    copy_id: CopyId
    document_id: UUID
    kind: str
    version: int
    of_sha256: str
    sha256: str
    taken: int
