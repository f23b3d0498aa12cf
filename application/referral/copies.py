"""Copies of a child's documents for those invited: prepared, read, released, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

from application.referral.invited import referral_of
from application.referral.ports import Invitations
from application.referral.recognising import Recognising
from application.referral.redacting import redacted
from application.referral.rendering import page
from application.referral.request import RequestHandlers
from application.referral.scan import fields_with_identifiers
from application.shared.casework import Act, Ask
from application.shared.documents import Documents, TextReader
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import case
from domain.case.documents import Document, DocumentId
from domain.case.marks import Mark
from domain.case.state import Open
from domain.referral import decider
from domain.referral.codes import Code, InvitationId
from domain.referral.commands.copies import ReleaseCopy, WithdrawCopy
from domain.referral.copies import Copy, CopyId
from domain.referral.events.copies import CopyReleased
from domain.referral.stages import Stage
from domain.shared.envelope import FileId
from domain.shared.errors import NotFound, RecordErased
from domain.shared.personal import Erased
from domain.shared.vocabulary import CaseId, ProviderId, ReferralId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A copy as it would go out. `sha256` is of the page made from the text."""

    document: Document
    text: str
    taken: int
    rendered: bytes

    @property
    def sha256(self) -> str:
        return sha256(self.rendered).hexdigest()


@dataclass(frozen=True)
class CopyHandlers:
    registers: Registers
    requests: RequestHandlers
    recognising: Recognising
    documents: Documents
    texts: TextReader
    invitations: Invitations

    @property
    def office(self) -> Office:
        return self.registers.office

    def prepare(self, referral_id: UUID, document_id: UUID, also: Sequence[str]) -> Prepared:
        """The document without what identifies the child, nor what the reader named besides."""
        case_id, document = self._document(referral_id, document_id)
        file = self.office.file_of(stream_of("case", case_id))
        content = _there(self.documents.get(file, document.sha256))
        copy = redacted(
            self.texts.text_of(content, document.media_type), self._marks(referral_id), also
        )
        rendered = page(document.kind, copy.text)
        return Prepared(document=document, text=copy.text, taken=copy.taken, rendered=rendered)

    def release(
        self,
        occasion: Occasion,
        referral_id: UUID,
        document_id: UUID,
        also: Sequence[str],
        read_sha256: str,
    ) -> Receipt:
        """Let those invited read the very copy that the certifier read."""
        stream, copy_id = stream_of("referral", referral_id), CopyId(self.office.ids.new())
        prepared = self.prepare(referral_id, document_id, also)
        left = fields_with_identifiers({"copy": prepared.text}, self._marks(referral_id))
        command = ReleaseCopy(
            copied=_copied(copy_id, prepared),
            read_sha256=read_sha256,
            identifiers_left=len(left),
            by=Subject(occasion.actor.subject),
        )
        self.documents.put(self._file_of(referral_id, document_id), prepared.rendered)
        act = Act([Ask(stream, decider, command)], {"copy_id": str(copy_id)})
        return self.office.casework.do(occasion, lambda: act, turn=stream)

    def withdraw(
        self, occasion: Occasion, referral_id: UUID, copy_id: UUID, reason: Code
    ) -> Receipt:
        by = Subject(occasion.actor.subject)
        command = WithdrawCopy(copy_id=CopyId(copy_id), reason=reason, by=by)
        return self.requests.do(occasion, referral_id, command)

    def released(self, referral_id: UUID) -> Sequence[Copy]:
        """What those invited may read now."""
        state = self.office.known(decider, stream_of("referral", referral_id), Stage)
        return list(state.facts.copies.values())

    def content(self, referral_id: UUID, copy_id: UUID) -> bytes:
        """A copy that may be read now, to the byte."""
        return self._content(referral_id, copy_id, self.released(referral_id))

    def evidence(self, referral_id: UUID, copy_id: UUID) -> bytes:
        """A copy that was ever released, to the byte, though it was taken back since."""
        facts = self.office.streams.read(stream_of("referral", referral_id)).facts
        ever = [event.copied for event in facts if isinstance(event, CopyReleased)]
        return self._content(referral_id, copy_id, ever)

    def _content(self, referral_id: UUID, copy_id: UUID, among: Sequence[Copy]) -> bytes:
        found = [each for each in among if each.copy_id == copy_id]
        if not found:
            raise NotFound
        file = self._file_of(referral_id, found[0].document_id)
        return _there(self.documents.get(file, found[0].sha256))

    def _file_of(self, referral_id: UUID, document_id: UUID) -> FileId:
        """The child's own, whoever else the search is for: what goes with the child goes whole."""
        case_id, _ = self._document(referral_id, document_id)
        return self.office.file_of(stream_of("case", case_id))

    def led_to(self, invitation_id: InvitationId, provider_id: ProviderId) -> ReferralId:
        """The search that a provider's own invitation belongs to."""
        return referral_of(self.invitations, invitation_id, provider_id)

    def _document(self, referral_id: UUID, document_id: UUID) -> tuple[CaseId, Document]:
        for case_id in self._children(referral_id):
            held = self.office.known(case.decider, stream_of("case", case_id), Open).documents
            if (document := held.get(DocumentId(document_id))) is not None:
                return case_id, document
        raise NotFound

    def _marks(self, referral_id: UUID) -> Sequence[Mark]:
        return [
            mark
            for case_id in self._children(referral_id)
            for mark in self.recognising.marks(case_id)
        ]

    def _children(self, referral_id: UUID) -> Sequence[CaseId]:
        state = self.office.known(decider, stream_of("referral", referral_id), Stage)
        return list(state.facts.children.by_number.values())


def _copied(copy_id: CopyId, prepared: Prepared) -> Copy:
    document = prepared.document
    return Copy(
        copy_id=copy_id,
        document_id=document.document_id,
        kind=document.kind,
        version=document.version,
        of_sha256=document.sha256,
        sha256=prepared.sha256,
        taken=prepared.taken,
    )


def _there(content: bytes | Erased | None) -> bytes:
    if content is None:
        raise NotFound
    if isinstance(content, Erased):
        raise RecordErased
    return content
