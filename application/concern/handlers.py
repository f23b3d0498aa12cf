"""Raising concerns, and following each until it is closed with what was learned."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.concern.naming import names_somebody
from application.concern.telling import Gathering, NewConcern
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.concern import ConcernCommand, decider
from domain.concern.commands import RaiseConcern, SetAction, ShareConcern
from domain.concern.state import OnRecord
from domain.concern.vocabulary import ActionId, Code, ConcernId, Party
from domain.provider.state import NotKnown
from domain.shared.code_lists import ListName, each_of
from domain.shared.doers import Doer
from domain.shared.envelope import FileId, StreamId
from domain.shared.errors import NotFound
from domain.shared.vocabulary import CaseId, ProviderId, Subject


@dataclass(frozen=True)
class ConcernHandlers:
    registers: Registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def raised(
        self, occasion: Occasion, new: NewConcern, told_by: ProviderId | None = None
    ) -> Receipt:
        """Put on record what was told. What concerns one child lies in that child's own file.

        That of several, or of a home, has a file of its own, as a shared search has (R-56).
        """
        concern_id = ConcernId(self.office.ids.new())
        stream, ids = stream_of("concern", concern_id), {"concern_id": str(concern_id)}

        def plan() -> Act:
            command = self._raising(occasion, concern_id, new, told_by)
            file = self._file(command)
            return Act([Ask(stream, decider, command, file=file)], ids)

        return self.office.casework.do(occasion, plan)

    def _raising(
        self, occasion: Occasion, concern_id: ConcernId, new: NewConcern, told_by: ProviderId | None
    ) -> RaiseConcern:
        about = Gathering(self.registers).about(new, told_by)
        if told_by is not None:
            sent = each_of("/categories", new.categories)
            self.registers.require_listed(ListName.CONCERN_CATEGORIES, sent)
        return RaiseConcern(
            concern_id=concern_id,
            kind=new.kind,
            categories=new.categories,
            source=new.source,
            case_id=about.children[0] if about.children else None,
            siblings=about.children[1:],
            placements=about.placements,
            setting_id=about.setting_id,
            about_provider=about.provider_id,
            raised_by=told_by,
            happened_at=new.happened_at,
            aware_at=new.aware_at,
            told_at=new.told_at or occasion.now,
            death=new.death,
            account=new.account,
            subject=new.subject,
            by=Subject(occasion.actor.subject),
        )

    def _file(self, command: RaiseConcern) -> FileId | None:
        one_child = command.case_id is not None and not command.siblings
        return self.office.file_of(stream_of("case", _one(command.case_id))) if one_child else None

    def agreed(
        self, occasion: Occasion, concern_id: UUID, code: Code, doer: Doer, due: date
    ) -> Receipt:
        """Something is to be done by a day."""
        action_id = ActionId(self.office.ids.new())
        by = Subject(occasion.actor.subject)
        command = SetAction(action_id=action_id, code=code, doer=doer, due=due, by=by)
        ids = {"action_id": str(action_id)}
        return self.office.act(occasion, _stream(concern_id), decider, command, ids=ids)

    def shared(
        self,
        occasion: Occasion,
        concern_id: UUID,
        party: Party,
        provider_id: UUID | None,
        text: str,
    ) -> Receipt:
        """Tell somebody outside, in words that name nobody on record here."""
        stream = _stream(concern_id)

        def plan() -> Act:
            told = self.office.known(decider, stream, OnRecord)
            if provider_id is not None:
                self._require_listed(provider_id)
            command = ShareConcern(
                party=party,
                provider_id=ProviderId(provider_id) if provider_id else None,
                text=text,
                names=names_somebody(self.registers, told.facts, text),
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _require_listed(self, provider_id: UUID) -> None:
        if isinstance(self.registers.provider(provider_id), NotKnown):
            raise NotFound

    def do(
        self,
        occasion: Occasion,
        concern_id: UUID,
        command: ConcernCommand,
        expecting: int | None = None,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = _stream(concern_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting)


def _stream(concern_id: UUID) -> StreamId:
    return stream_of("concern", concern_id)


def _one(case_id: CaseId | None) -> CaseId:
    if case_id is None:
        raise NotFound
    return case_id
