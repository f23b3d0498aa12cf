"""Documents on a child's record: each version follows the one before, and none goes."""

from uuid import UUID

import pytest

from domain.case.commands import AddDocument
from domain.case.documents import Document, DocumentId, DocumentKind, MediaType
from domain.case.events import DocumentAdded
from domain.shared.errors import NotFound, WrongState
from tests.support.cases import WORKER, case, case_opened

FIRST, SECOND, THIRD = (DocumentId(UUID(int=80 + n)) for n in range(3))


def add(
    document_id: DocumentId,
    replaces: DocumentId | None = None,
    kind: DocumentKind = DocumentKind.PATHWAY_PLAN,
) -> AddDocument:
    return AddDocument(
        document_id=document_id,
        kind=kind,
        title="Pathway plan",
        replaces=replaces,
        sha256="0" * 64,
        media_type=MediaType.TEXT,
        size=12,
        by=WORKER,
    )


def added(
    document_id: DocumentId, version: int = 1, replaces: DocumentId | None = None
) -> DocumentAdded:
    document = Document(
        document_id=document_id,
        kind=DocumentKind.PATHWAY_PLAN,
        title="Pathway plan",
        version=version,
        replaces=replaces,
        sha256="0" * 64,
        media_type=MediaType.TEXT,
        size=12,
    )
    return DocumentAdded(document=document, by=WORKER)


@pytest.mark.covers("R-30")
def test_a_document_begins_with_its_first_version_and_is_followed_by_the_next() -> None:
    case.given(case_opened()).when(add(FIRST)).then(added(FIRST))
    (
        case.given(case_opened(), added(FIRST), added(SECOND, 2, FIRST))
        .when(add(THIRD, SECOND))
        .then(added(THIRD, 3, SECOND))
    )


def test_a_version_is_replaced_once() -> None:
    (
        case.given(case_opened(), added(FIRST), added(SECOND, 2, FIRST))
        .when(add(THIRD, FIRST))
        .then_refused(WrongState)
    )


def test_a_document_replaces_one_of_its_own_kind_that_is_there() -> None:
    case.given(case_opened()).when(add(SECOND, FIRST)).then_refused(NotFound)
    (
        case.given(case_opened(), added(FIRST))
        .when(add(SECOND, FIRST, DocumentKind.CARE_PLAN))
        .then_refused(NotFound)
    )
