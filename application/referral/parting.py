"""Letting brothers and sisters live apart, each for a reason, by a manager."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.choice.words import Word, heard_word, said_by
from application.referral.request import RequestHandlers
from application.shared.ports import Occasion, Receipt
from domain.referral.commands.siblings import ApproveSiblingSplit
from domain.referral.events.siblings import Parted


@dataclass(frozen=True)
class PartingHandlers:
    requests: RequestHandlers

    def approve(
        self,
        occasion: Occasion,
        referral_id: UUID,
        parted: Sequence[Parted],
        expecting: int,
        word: Word | None = None,
    ) -> Receipt:
        """Approve that these children may live apart from the others; none is named in it."""
        registers = self.requests.registers
        command = ApproveSiblingSplit(
            parted=tuple(parted),
            by=said_by(occasion, word),
            spoken=heard_word(registers, occasion, referral_id, word),
        )
        return self.requests.do(occasion, referral_id, command, expecting)
