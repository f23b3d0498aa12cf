"""Considering homes that councils buy together, and recording what each council says."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.siblings import Siblings
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import block
from domain.admission import AdmissionCommand, decider
from domain.admission.commands import AskAdmission
from domain.block.state import Bought
from domain.referral.events.request import ReferralSubmitted
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.specialist import Indication
from domain.shared.vocabulary import AdmissionId, BlockId, CaseId, ReferralId, Subject


@dataclass(frozen=True)
class AdmissionHandlers:
    registers: Registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def ask(
        self,
        occasion: Occasion,
        referral_id: UUID,
        block_id: UUID,
        child: int,
        indications: tuple[Indication, ...],
    ) -> Receipt:
        """Consider a block's homes for a child of a search; the record lies in the child's file."""
        admission_id = AdmissionId(self.office.ids.new())

        def plan() -> Act:
            case_id = self._child(referral_id, child)
            bought = self.office.known(block.decider, stream_of("block", block_id), Bought)
            today = london_day(occasion.now)
            command = AskAdmission(
                admission_id=admission_id,
                case_id=case_id,
                referral_id=ReferralId(referral_id),
                block_id=BlockId(block_id),
                referred_on=self._referred_on(referral_id) or today,
                purchasers=tuple(each.council for each in bought.award.purchasers),
                indications=indications,
                in_care_only=bought.proposal.admission.in_care_only,
                in_care=self.registers.child(case_id).looked_after_on(today),
                on=today,
                by=Subject(occasion.actor.subject),
            )
            file = self.office.file_of(stream_of("case", case_id))
            stream = stream_of("admission", admission_id)
            ids = {"admission_id": str(admission_id)}
            return Act([Ask(stream, decider, command, file=file)], ids)

        return self.office.casework.do(occasion, plan)

    def do(self, occasion: Occasion, admission_id: UUID, command: AdmissionCommand) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        return self.office.act(occasion, stream_of("admission", admission_id), decider, command)

    def _child(self, referral_id: UUID, number: int) -> CaseId:
        children = Siblings(self.registers).of(referral_id).by_number
        if number not in children:
            raise NotFound("This search has no child of that number.")
        return children[number]

    def _referred_on(self, referral_id: UUID) -> date | None:
        """The day of the first submission; none before it."""
        events = self.office.streams.read(stream_of("referral", referral_id)).events
        days = [
            london_day(e.effective_at) for e in events if isinstance(e.event, ReferralSubmitted)
        ]
        return days[0] if days else None
