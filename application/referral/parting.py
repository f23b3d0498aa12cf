"""Letting brothers and sisters live apart, each for a reason, by a manager."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from application.referral.request import RequestHandlers
from application.shared.ports import Occasion, Receipt
from domain.referral.commands import ApproveSiblingSplit
from domain.referral.events.siblings import Parted
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class PartingHandlers:
    requests: RequestHandlers

    def approve(
        self, occasion: Occasion, referral_id: UUID, parted: Sequence[Parted], expecting: int
    ) -> Receipt:
        """Approve that these children may live apart from the others; none is named in it."""
        command = ApproveSiblingSplit(
            parted=tuple(parted),
            by=Subject(occasion.actor.subject),
        )
        return self.requests.do(occasion, referral_id, command, expecting)
