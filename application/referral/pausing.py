"""Holding a search, and going on with it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.referral.request import RequestHandlers
from application.shared.ports import Occasion, Receipt
from domain.referral.codes import Code
from domain.referral.commands.pausing import PauseReferral, ResumeReferral
from domain.shared.vocabulary import Subject


@dataclass(frozen=True)
class PausingHandlers:
    requests: RequestHandlers

    def pause(
        self,
        occasion: Occasion,
        referral_id: UUID,
        *,
        reason: Code,
        text: str | None,
        resume_on: date,
        expecting: int,
    ) -> Receipt:
        """Hold a search until a day. What is said of several children names none (R-56)."""
        command = PauseReferral(
            reason=reason,
            text=text,
            resume_on=resume_on,
            now=occasion.now,
            by=Subject(occasion.actor.subject),
        )
        return self.requests.do(occasion, referral_id, command, expecting)

    def resume(self, occasion: Occasion, referral_id: UUID, expecting: int) -> Receipt:
        command = ResumeReferral(at=occasion.now, by=Subject(occasion.actor.subject))
        return self.requests.do(occasion, referral_id, command, expecting)
