"""Notice: the council's by the contract version it agreed under, the provider's as it comes."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import (
    RecordProviderNotice,
    ReplaceNotice,
    ServeNotice,
    ServeOwnHomeNotice,
)
from domain.placement.endings import ImmediateGround
from domain.placement.state import Known
from domain.shared.code_lists import ListName
from domain.shared.errors import WrongState
from domain.shared.moments import When, london_day
from domain.shared.terms import ContractTerms, NoticeParty
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeContent:
    """The council's notice: its reason by the contract's code, and what was tried first."""

    reason: str
    served_at: When
    options_explored: str | None
    manager_approval: Subject | None
    risk_ground: ImmediateGround | None
    written: bool
    end_named: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedNotice:
    """What the provider said, and the end it named if it did."""

    reason: str
    received_at: When
    end_named: When | None


@dataclass(frozen=True)
class NoticeHandlers:
    evidence: Evidence

    def serve(
        self, occasion: Occasion, placement_id: UUID, notice: NoticeContent, expecting: int
    ) -> Receipt:
        """Give the council's notice, under the contract version the agreement names."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            own = not self.evidence.arrangement(placement_id).bought
            serving = self._serving_own if own else self._serving
            command = serving(occasion, placement_id, notice)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def replace(
        self,
        occasion: Occasion,
        placement_id: UUID,
        number: int,
        notice: NoticeContent,
        expecting: int,
    ) -> Receipt:
        """Give the council's notice again, for another reason (6-19)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            given = self._serving(occasion, placement_id, notice)
            command = ReplaceNotice(replaces=number, notice=given)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _serving(
        self, occasion: Occasion, placement_id: UUID, notice: NoticeContent
    ) -> ServeNotice:
        known = self.evidence.known(placement_id)
        terms = self.evidence.agreed_under(known)
        if terms is None:
            raise WrongState("There is no agreement to give notice of.")
        return ServeNotice(
            terms=terms,
            **self._given(occasion, known, notice),
        )

    def _serving_own(
        self, occasion: Occasion, placement_id: UUID, notice: NoticeContent
    ) -> ServeOwnHomeNotice:
        known = self.evidence.known(placement_id)
        return ServeOwnHomeNotice(
            end_named=notice.end_named,
            **self._given(occasion, known, notice),
        )

    def _given(self, occasion: Occasion, known: Known, notice: NoticeContent) -> dict[str, Any]:
        """What notice says and rests on, whichever home it is given of."""
        day = london_day(notice.served_at)
        return {
            "reason": notice.reason,
            "served_at": notice.served_at,
            "options_explored": notice.options_explored,
            "manager_approval": notice.manager_approval,
            "statutory_review": self.evidence.statutory_review(
                known, held_by=self.evidence.office.today(), planned_from=day
            ),
            "looked_after": self.evidence.looked_after(known.particulars.arrangement.case_id, day),
            "risk_ground": notice.risk_ground,
            "written": notice.written,
            "by": Subject(occasion.actor.subject),
        }

    def receive(
        self,
        occasion: Occasion,
        placement_id: UUID,
        notice: ReceivedNotice,
        *,
        own_hand: bool = False,
    ) -> Receipt:
        """Record the provider's notice: a fact, judged by the contract's rule if it has one.

        Of its own hand the reason is one of the contract's or of the list (R-203).
        """
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            terms = self.evidence.agreed_under(self.evidence.known(placement_id))
            if own_hand:
                self._require_reason(terms, notice.reason)
            command = RecordProviderNotice(
                received_at=notice.received_at,
                reason=notice.reason,
                end_named=notice.end_named,
                terms=terms,
            )
            return Act([Ask(stream, decider, command)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _require_reason(self, terms: ContractTerms | None, reason: str) -> None:
        if terms is None or terms.notice_rule(NoticeParty.PROVIDER, reason) is None:
            sent = {"/reason": reason}
            self.evidence.registers.require_listed(ListName.NOTICE_REASONS, sent)
