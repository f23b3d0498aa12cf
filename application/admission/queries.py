"""What can be read of a search's admissions: what is indicated, and who has agreed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.admission.shown import AdmissionView, Breakdown, shown
from application.referral.ports import StreamsOfCase
from application.referral.siblings import Siblings
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import block
from domain.admission import decider
from domain.admission.rules import window
from domain.admission.state import Asked
from domain.block.state import Bought
from domain.placement.chronology import chronology as stays_of
from domain.shared.envelope import StreamId
from domain.shared.moments import london_day
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import BlockId, CaseId


@dataclass(frozen=True)
class AdmissionRecords:
    registers: Registers
    streams_of_case: StreamsOfCase
    log_times: LogTimes

    def of_referral(self, referral_id: UUID, of: AsOf) -> Sequence[AdmissionView]:
        """Every block that was considered for a child of a search by the day, oldest first."""
        position = of.position_of(self.log_times)
        children = Siblings(self.registers).of(referral_id).by_number
        return [
            view
            for case_id in children.values()
            for stream in self.streams_of_case.streams_of(case_id, position)
            if stream.startswith("admission-")
            for view in self._views(stream, referral_id, of.day, position)
        ]

    def _views(
        self, stream: StreamId, referral_id: UUID, day: date, position: int
    ) -> Iterator[AdmissionView]:
        history = self.registers.office.streams.read(stream, position)
        state = history.folded(decider)
        if not isinstance(state, Asked) or state.asked.referral_id != referral_id:
            return
        if state.asked.on > day:
            return
        ours = tuple(self._broken_down(state.asked.case_id, state.asked.referred_on, position))
        terms = self._terms(state.asked.block_id, position)
        yield shown(state, terms, ours, day=day, version=history.version)

    def _broken_down(
        self, case_id: CaseId, referred_on: date, position: int
    ) -> Iterator[Breakdown]:
        """Placements of ours that ended unplanned in the twelve months to the referral (6-44)."""
        after, last = window(referred_on)
        for stream in self.streams_of_case.streams_of(case_id, position):
            if not stream.startswith("placement-"):
                continue
            history = self.registers.office.streams.read(stream, position)
            for stay in stays_of(history.events).stays:
                left = None if stay.until is None else london_day(stay.until)
                if stay.planned is False and left is not None and after < left <= last:
                    yield Breakdown(on=left, placement_id=stay.placement_id)

    def _terms(self, block_id: BlockId, position: int) -> AdmissionTerms:
        stream = stream_of("block", block_id)
        state = self.registers.office.streams.read(stream, position).folded(block.decider)
        return state.proposal.admission if isinstance(state, Bought) else AdmissionTerms()
