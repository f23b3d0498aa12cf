"""What passes between brokers and referrer before the market is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.access.principal import Role
from application.referral.choice.words import Word, heard_word, said_by
from application.referral.request import RequestHandlers
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.commands.triage import (
    AmendRequest,
    AnswerQuestion,
    AskReferrer,
    ReturnReferral,
)
from domain.referral.events.request import ReferralAccepted
from domain.referral.sections import SectionName
from domain.referral.triage import QuestionId, RequestChange, Returning
from domain.shared.moments import london_day
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import CaseId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """What is to change in the request, and why; by whose word it is an emergency, if it is."""

    change: RequestChange
    sections: Mapping[SectionName, str]
    why: str
    urgency: Word | None = None


@dataclass(frozen=True)
class TriageHandlers:
    registers: Registers
    requests: RequestHandlers

    @property
    def office(self) -> Office:
        return self.registers.office

    def ask(self, occasion: Occasion, referral_id: UUID, text: str) -> Receipt:
        """Ask those who referred the child; the question gets an id to be answered by."""
        question_id = QuestionId(self.office.ids.new())
        by = Subject(occasion.actor.subject)
        command = AskReferrer(question_id=question_id, text=text, by=by)
        ids = {"question_id": str(question_id)}
        return self.requests.do(occasion, referral_id, command, ids=ids)

    def answer(
        self, occasion: Occasion, referral_id: UUID, question_id: QuestionId, text: str
    ) -> Receipt:
        command = AnswerQuestion(
            question_id=question_id,
            text=text,
            by=Subject(occasion.actor.subject),
        )
        return self.requests.do(occasion, referral_id, command)

    def send_back(
        self,
        occasion: Occasion,
        referral_id: UUID,
        reasons: Sequence[Returning],
        expecting: int,
    ) -> Receipt:
        command = ReturnReferral(
            reasons=tuple(reasons),
            by=Subject(occasion.actor.subject),
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def amend(
        self, occasion: Occasion, referral_id: UUID, amendment: Amendment, expecting: int
    ) -> Receipt:
        """Change the request; another day is held against the lot that it was accepted in.

        A manager who is signed in calls it an emergency in person, others on a manager's word.
        """
        by_manager, word = occasion.actor.role == Role.TEAM_MANAGER, amendment.urgency
        stream = stream_of("referral", referral_id)

        def plan() -> Act:
            command = AmendRequest(
                change=amendment.change,
                sections=dict(amendment.sections),
                why=amendment.why,
                born_on=tuple(map(self.registers.born_on, self._sought(referral_id))),
                ages=self._ages(referral_id),
                by=Subject(occasion.actor.subject),
                today=london_day(occasion.now),
                by_manager=by_manager,
                called_by=said_by(occasion, word) if word or by_manager else None,
                spoken=heard_word(self.registers, occasion, referral_id, word),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def _sought(self, referral_id: UUID) -> Iterable[CaseId]:
        return self.requests.siblings.of(referral_id).sought.values()

    def _ages(self, referral_id: UUID) -> AgeRange | None:
        facts = self.office.streams.read(stream_of("referral", referral_id)).facts
        accepted = [event for event in facts if isinstance(event, ReferralAccepted)]
        if not accepted:
            return None
        held = accepted[-1]
        terms = self.registers.terms_of_version(held.contract_id, held.contract_version)
        lot = terms.lot(held.lot)
        return lot.ages if lot else None
