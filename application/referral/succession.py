"""A search of their own for the children whom a chosen offer does not take (R-57).

It says what the first one said, in the first one's words, and stands with the brokers from
the same moment on: no child is without a search, not for a day.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from application.referral.told import last
from application.shared.casework import Ask
from application.shared.in_turn import InTurn, in_turn
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.commands.request import DraftReferral, SubmitReferral, UpdateSections
from domain.referral.events.request import ReferralDrafted, ReferralSubmitted
from domain.referral.facts import Facts
from domain.shared.errors import NotFound
from domain.shared.messages import Event
from domain.shared.personal import legible
from domain.shared.vocabulary import CaseId, ReferralId, Subject

E = TypeVar("E", bound=Event)


@dataclass(frozen=True)
class Succession:
    registers: Registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def ask(
        self,
        occasion: Occasion,
        first: UUID,
        facts: Facts,
        left: Mapping[int, CaseId],
        successor_id: ReferralId,
    ) -> Ask:
        """Drafted, written and submitted at once, on the word of whoever approved the parting."""
        drafted = self._drafted(occasion, first, facts, tuple(left.values()), successor_id)
        written = UpdateSections(
            sections={name: legible(text) for name, text in facts.sections.items()},
            request=facts.request,
            by=drafted.by,
        )
        approved_by = next((facts.children.may_part.get(number) for number in left), None)
        submitted = self._submitted(first, approved_by or drafted.by, drafted)
        alone = not drafted.siblings
        return Ask(
            stream_of("referral", successor_id),
            in_turn(decider),
            InTurn(commands=(drafted, written, submitted)),
            file=self.office.file_of(stream_of("case", drafted.case_id)) if alone else None,
        )

    def _drafted(
        self,
        occasion: Occasion,
        first: UUID,
        facts: Facts,
        cases: tuple[CaseId, ...],
        successor_id: ReferralId,
    ) -> DraftReferral:
        asked = self._last(first, ReferralDrafted)
        return DraftReferral(
            referral_id=successor_id,
            case_id=cases[0],
            siblings=cases[1:],
            successor_of=ReferralId(first),
            scope=facts.scope,
            tier=facts.tier,
            emergency=facts.emergency,
            reason_code=asked.reason_code,
            needed_from=facts.needed_from,
            by=Subject(occasion.actor.subject),
        )

    def _submitted(
        self, first: UUID, approved_by: Subject, drafted: DraftReferral
    ) -> SubmitReferral:
        asked, today = self._last(first, ReferralSubmitted), self.office.today()
        cases = (drafted.case_id, *drafted.siblings)
        return SubmitReferral(
            by=drafted.by,
            team_manager_approval=approved_by,
            assessment_reference=legible(asked.assessment_reference),
            matrix_current=all(self.registers.child(each).matrix_on(today) for each in cases),
            views_not_obtainable=asked.views_not_obtainable,
        )

    def _last(self, first: UUID, kind: type[E]) -> E:
        history = self.office.streams.read(stream_of("referral", first))
        found = last(history.events, kind)
        if found is None:
            raise NotFound
        return found.event
