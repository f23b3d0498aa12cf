"""What becomes of a notice: another end that both agree on, or its being taken back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import AgreeOtherEnd, WithdrawNotice
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherEnd:
    """Another end of a notice, until when fees run, and who agreed to it."""

    agreed_on: When
    earliest_end: date
    pay_until: date
    reason: str
    written: bool
    provider_agreed: str | None
    manager_approval: Subject | None


@dataclass(frozen=True)
class NoticeChangeHandlers:
    evidence: Evidence

    def agree(
        self,
        occasion: Occasion,
        placement_id: UUID,
        number: int,
        end: OtherEnd,
        expecting: int,
        *,
        sooner: bool,
    ) -> Receipt:
        """Record that both parties agreed to shorten the notice, or to extend it (6-16)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            command = self._agreeing(occasion, placement_id, number, end, sooner=sooner)
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def withdraw(
        self,
        occasion: Occasion,
        placement_id: UUID,
        command: WithdrawNotice,
        expecting: int,
    ) -> Receipt:
        """Take a notice back with the other party's consent (6-20)."""
        stream = stream_of("placement", placement_id)
        return self.evidence.office.act(occasion, stream, decider, command, expecting=expecting)

    def _agreeing(
        self, occasion: Occasion, placement_id: UUID, number: int, end: OtherEnd, *, sooner: bool
    ) -> AgreeOtherEnd:
        known, day = self.evidence.known(placement_id), london_day(end.agreed_on)
        today = self.evidence.office.today()
        return AgreeOtherEnd(
            notice=number,
            sooner=sooner,
            agreed_on=end.agreed_on,
            earliest_end=end.earliest_end,
            pay_until=end.pay_until,
            reason=end.reason,
            written=end.written,
            provider_agreed=end.provider_agreed,
            approved_by=end.manager_approval,
            statutory_review=self.evidence.statutory_review(known, held_by=today, planned_from=day),
            looked_after=self.evidence.looked_after(known.particulars.arrangement.case_id, day),
            by=Subject(occasion.actor.subject),
        )
