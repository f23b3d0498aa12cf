"""Asking for a home: drafted, written, submitted, accepted, looked for in house first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import NO_IDS, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.codes import Code, Scope, ViewsNotObtainable
from domain.referral.commands import (
    AcceptReferral,
    DraftReferral,
    ReferralCommand,
    SubmitReferral,
)
from domain.referral.events import ReferralDrafted, ReferralPublished
from domain.shared.errors import NotFound
from domain.shared.terms import Tier
from domain.shared.vocabulary import CaseId, ReferralId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReferral:
    """What is known when a search begins."""

    case_id: CaseId
    scope: Scope
    tier: Tier
    emergency: bool
    reason_code: Code
    needed_from: date


@dataclass(frozen=True)
class RequestHandlers:
    registers: Registers

    def draft(self, occasion: Occasion, new: NewReferral) -> Receipt:
        """Begin to ask for a home. The referral is part of the child's own file."""
        office = self.registers.office
        referral_id = ReferralId(office.ids.new())
        command = DraftReferral(
            referral_id=referral_id,
            case_id=new.case_id,
            scope=new.scope,
            tier=new.tier,
            emergency=new.emergency,
            reason_code=new.reason_code,
            needed_from=new.needed_from,
            by=Subject(occasion.actor.subject),
        )
        file = office.file_of(stream_of("case", new.case_id))
        ask = Ask(stream_of("referral", referral_id), decider, command, file=file)
        ids = {"referral_id": str(referral_id)}
        return office.casework.do(occasion, lambda: Act([ask], ids))

    def submit(
        self,
        occasion: Occasion,
        referral_id: UUID,
        *,
        team_manager_approval: Subject | None,
        assessment_reference: str | None,
        views_not_obtainable: ViewsNotObtainable | None,
    ) -> Receipt:
        """Hand the request to the brokers; the case shows whether a matrix is current."""
        chronology = self.registers.child(self.case_of(referral_id))
        command = SubmitReferral(
            by=Subject(occasion.actor.subject),
            team_manager_approval=team_manager_approval,
            assessment_reference=assessment_reference,
            matrix_current=chronology.matrix_on(self.registers.office.today()) is not None,
            views_not_obtainable=views_not_obtainable,
        )
        return self.do(occasion, referral_id, command)

    def accept(
        self, occasion: Occasion, referral_id: UUID, contract_id: UUID, lot: str, expecting: int
    ) -> Receipt:
        """Take the request on in a lot, under the contract version in force today."""
        command = AcceptReferral(
            terms=self.registers.terms(contract_id, self.registers.office.today()),
            lot=lot,
            born_on=self.registers.born_on(self.case_of(referral_id)),
            by=Subject(occasion.actor.subject),
        )
        return self.do(occasion, referral_id, command, expecting)

    def do(
        self,
        occasion: Occasion,
        referral_id: UUID,
        command: ReferralCommand,
        expecting: int | None = None,
        ids: Mapping[str, str] = NO_IDS,
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("referral", referral_id)
        return self.registers.office.act(
            occasion, stream, decider, command, expecting=expecting, ids=ids
        )

    def case_of(self, referral_id: UUID) -> CaseId:
        """The child that a referral is about."""
        history = self.registers.office.streams.read(stream_of("referral", referral_id))
        for event in history.facts:
            if isinstance(event, ReferralDrafted):
                return event.case_id
        raise NotFound

    def published(self, referral_id: UUID) -> ReferralPublished:
        """The publication, with the contract version that the search goes by."""
        facts = self.registers.office.streams.read(stream_of("referral", referral_id)).facts
        found = [event for event in facts if isinstance(event, ReferralPublished)]
        if not found:
            raise NotFound
        return found[-1]
