"""The children of a search, and what their own records say of each of them."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.office import stream_of
from application.shared.registers import Registers
from domain.referral import decider
from domain.referral.children import Children
from domain.referral.stages import Stage
from domain.shared.errors import WrongState
from domain.shared.vocabulary import CaseId


@dataclass(frozen=True)
class Siblings:
    registers: Registers

    def of(self, referral_id: UUID) -> Children:
        """Every child that a search is about, by number; one alone is number 1."""
        stream = stream_of("referral", referral_id)
        return self.registers.office.known(decider, stream, Stage).facts.children

    def only_child(self, referral_id: UUID) -> CaseId:
        """The one child of a search; what is done for one alone is refused for several."""
        children = self.of(referral_id)
        if children.are_siblings:
            raise WrongState("This is not done for brothers and sisters together.")
        return children.by_number[1]
