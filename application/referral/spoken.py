"""Words on the telephone: put with what they are held against, and owned to afterwards."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from application.referral.request import RequestHandlers
from application.referral.telephone import heard
from application.shared.ports import Occasion, Receipt
from domain.referral.commands.spoken import ConfirmSpoken, DenySpoken, GiveAnew
from domain.referral.spoken import Heard
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class SpokenHandlers:
    requests: RequestHandlers

    def heard(self, occasion: Occasion, referral_id: UUID, at: datetime, officer: Subject) -> Heard:
        return heard(self.requests.registers, occasion, referral_id, at, officer)

    def confirm(self, occasion: Occasion, referral_id: UUID, number: int) -> Receipt:
        """Say that a word was one's own, in the role in which one is signed in."""
        actor = occasion.actor
        command = ConfirmSpoken(number=number, role=actor.role, by=Subject(actor.subject))
        return self.requests.do(occasion, referral_id, command)

    def deny(self, occasion: Occasion, referral_id: UUID, number: int, text: str) -> Receipt:
        """Say that a word was not one's own. What was done on it stays done."""
        command = DenySpoken(number=number, text=text, by=Subject(occasion.actor.subject))
        return self.requests.do(occasion, referral_id, command)

    def give_anew(
        self, occasion: Occasion, referral_id: UUID, number: int, expecting: int
    ) -> Receipt:
        """Give oneself what the officer named has denied."""
        actor = occasion.actor
        command = GiveAnew(number=number, role=actor.role, by=Subject(actor.subject))
        return self.requests.do(occasion, referral_id, command, expecting)
