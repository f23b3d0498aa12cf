"""Putting documents on record, version after version."""

from collections.abc import Sequence

from domain.case.commands import AddDocument
from domain.case.documents import Document
from domain.case.events import CaseEvent, DocumentAdded
from domain.case.state import Open
from domain.shared.errors import NotFound, WrongState
from domain.shared.personal import legible


def decide(case: Open, command: AddDocument) -> Sequence[CaseEvent]:
    legible(case.born_on)
    document = Document(
        document_id=command.document_id,
        kind=command.kind,
        title=command.title,
        version=_version(case, command),
        replaces=command.replaces,
        sha256=command.sha256,
        media_type=command.media_type,
        size=command.size,
    )
    return [DocumentAdded(document=document, by=command.by)]


def _version(case: Open, command: AddDocument) -> int:
    """The first, or the one after the version that is replaced, which nothing has replaced yet."""
    if command.replaces is None:
        return 1
    before = case.documents.get(command.replaces)
    if before is None or before.kind is not command.kind:
        raise NotFound("This case has no document of this kind by that id.")
    if any(each.replaces == command.replaces for each in case.documents.values()):
        raise WrongState("That version has been replaced already: name the newest.")
    return before.version + 1
