"""From when until when a search was paused."""

from collections.abc import Sequence
from datetime import date

from domain.referral.chronology.periods import History, ended
from domain.referral.chronology.turns import BEGUN_BY, OVER
from domain.referral.codes import Code
from domain.referral.events.pausing import ReferralPaused, ReferralResumed
from domain.shared.chronology import Period, in_business_order
from domain.shared.personal import Erased
from domain.shared.vocabulary import Subject


class Paused(Period):
    """The search was held. It goes on by itself on `resume_on`, if nobody resumes it before."""

    resume_on: date
    reason: Code
    text: str | Erased | None
    by: Subject


MOVING = {ReferralPaused, ReferralResumed, *BEGUN_BY}
"""What begins or ends a pause, or may."""


def pauses(history: History) -> Sequence[Paused]:
    """Every pause, oldest first. What ends the search ends its pause."""
    found: list[Paused] = []
    for recorded in in_business_order(each for each in history if type(each.event) in MOVING):
        event = recorded.event
        if isinstance(event, ReferralPaused):
            found.append(
                Paused(
                    since=event.at,
                    source=recorded.event_id,
                    resume_on=event.resume_on,
                    reason=event.reason,
                    text=event.text,
                    by=event.by,
                )
            )
        elif found and found[-1].until is None:
            over = BEGUN_BY.get(type(event)) in OVER
            if over or isinstance(event, ReferralResumed):
                found[-1] = ended(found[-1], recorded.effective_at, recorded)
    return found
