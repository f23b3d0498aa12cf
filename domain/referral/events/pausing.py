"""A search is held, and goes on."""

from datetime import date
from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.codes import Code
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import Subject


class ReferralPaused(Event):
    """The search is held, at the latest until the first moment of `resume_on`."""

    stored_as: ClassVar[str] = "referral.paused.v1"

    reason: Code
    text: Sealed[str | None]
    resume_on: date
    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


class ReferralResumed(Event):
    """The search goes on. Where nobody is `by`, its day had come."""

    stored_as: ClassVar[str] = "referral.resumed.v1"

    at: AwareDatetime
    by: Subject | None

    def effective(self) -> When:
        return self.at


PausingEvent = ReferralPaused | ReferralResumed
