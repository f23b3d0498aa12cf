"""A search is paused, and goes on."""

from collections.abc import Sequence

from domain.referral.commands.pausing import PauseReferral, PausingCommand, ResumeReferral
from domain.referral.events.pausing import PausingEvent, ReferralPaused, ReferralResumed
from domain.referral.rules.pausing import require_day_to_come
from domain.referral.stages import Draft, Fulfilled, Referral, Stage, Withdrawn
from domain.shared.errors import WrongState
from domain.shared.moments import london_day


def decide(referral: Referral, command: PausingCommand) -> Sequence[PausingEvent]:
    match referral, command:
        case Draft() | Fulfilled() | Withdrawn(), _:
            raise WrongState.of(referral, command)
        case Stage(facts), PauseReferral() if facts.paused_until is None:
            return pause(command)
        case Stage(facts), ResumeReferral() if facts.paused_until is not None:
            return [ReferralResumed(at=command.at, by=command.by)]
        case _:
            raise WrongState.of(referral, command)


def pause(command: PauseReferral) -> Sequence[PausingEvent]:
    """Hold the search. A draft asks nothing of anybody, and is not held (R-55)."""
    require_day_to_come(command.resume_on, london_day(command.now))
    paused = ReferralPaused(
        reason=command.reason,
        text=command.text,
        resume_on=command.resume_on,
        at=command.now,
        by=command.by,
    )
    return [paused]
