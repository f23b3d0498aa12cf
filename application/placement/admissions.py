"""What blocks ask of a child who is to live in one of their homes, as the streams have it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from application.block.homes import HomesOfBlocks
from application.referral.ports import StreamsOfCase
from application.shared.registers import Registers
from domain import admission
from domain.admission.state import Asked
from domain.block.state import Bought
from domain.placement.arrangement import Arrangement
from domain.shared.envelope import GssCode
from domain.shared.specialist import Admission
from domain.shared.vocabulary import BlockId, CaseId


@dataclass(frozen=True)
class Admissions:
    registers: Registers
    streams_of_case: StreamsOfCase

    def on(self, arrangement: Arrangement, day: date) -> Admission | None:
        """The terms of every block with beds in the home that night; none where none has any.

        They hold whether or not the placement calls a bed off (R-87).
        """
        blocks = HomesOfBlocks(self.registers).on(arrangement.setting_id, day)
        asking = [each for each in blocks if _asks(each[1])]
        if not asking:
            return None
        return Admission(
            in_care_only=any(each.proposal.admission.in_care_only for _, each in asking),
            in_care=self.registers.child(arrangement.case_id).looked_after_on(day),
            not_agreed=tuple(self._not_agreed(arrangement.case_id, asking, day)),
        )

    def _not_agreed(
        self, case_id: CaseId, asking: Sequence[tuple[BlockId, Bought]], day: date
    ) -> Iterator[GssCode]:
        for block_id, bought in asking:
            if not bought.proposal.admission.joint:
                continue
            newest = self._newest(case_id, block_id)
            everybody = tuple(each.council for each in bought.award.purchasers)
            yield from everybody if newest is None else newest.not_agreed_on(day)

    def _newest(self, case_id: CaseId, block_id: BlockId) -> Asked | None:
        """The last time that this block was considered for the child."""
        streams = [
            each
            for each in self.streams_of_case.streams_of(case_id)
            if each.startswith("admission-")
        ]
        states = [self.registers.office.state(admission.decider, each) for each in streams]
        mine = [s for s in states if isinstance(s, Asked) and s.asked.block_id == block_id]
        return mine[-1] if mine else None


def _asks(block: Bought) -> bool:
    return block.proposal.admission.in_care_only or block.proposal.admission.joint
