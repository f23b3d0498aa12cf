"""What a pause does to deadlines: some stand still, and one says when it is over (R-55)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from uuid import UUID

from domain.referral.chronology.pauses import pauses
from domain.referral.events import ReferralEvent
from domain.referral.events.pausing import ReferralPaused, ReferralResumed
from domain.shared.clock_catalogue import C_PAUSE, PAUSABLE
from domain.shared.clocks import Clock, ClockTerms, Due, Outcome, met, stood_still, stopped
from domain.shared.envelope import Recorded
from domain.shared.moments import begins

Stretches = Mapping[UUID, tuple[datetime, datetime]]
"""Each pause by the event that began it: from when until when, as far as is known."""


def stretches(history: Iterable[Recorded[ReferralEvent]]) -> Stretches:
    """One that has not ended yet lasts until the day on which the search goes on by itself."""
    return {
        each.source: (begins(each.since), begins(each.until or each.resume_on))
        for each in pauses(history)
    }


def pause_clock(recorded: Recorded[ReferralEvent]) -> Clock | None:
    """The timer that ends a pause: it rings at the first moment of its day."""
    match recorded.event:
        case ReferralPaused(resume_on=day):
            return Clock(
                code=C_PAUSE,
                key=f"{C_PAUSE}:{recorded.event_id}",
                anchor=recorded.event_id,
                anchored_at=recorded.effective_at,
                due=Due(at=begins(day), plan_by=None),
            )
        case _:
            return None


def pause_ended(recorded: Recorded[ReferralEvent], clock: Clock) -> Clock:
    """The timer, once the search goes on, or is over."""
    goes_on = isinstance(recorded.event, ReferralResumed)
    return met(clock, recorded) if goes_on else stopped(clock, recorded)


def held_over(
    recorded: Recorded[ReferralEvent],
    found: Mapping[str, Clock],
    begun: Mapping[str, Clock],
    paused: Stretches,
    terms: ClockTerms,
) -> Mapping[str, Clock]:
    """The clocks that an event holds: all that may, if it is a pause; else those `begun` in one."""
    pause = paused.get(recorded.event_id)
    if pause is not None:
        return {
            key: stood_still(clock, *pause, terms)
            for key, clock in found.items()
            if clock.code in PAUSABLE
        }
    at = begins(recorded.effective_at)
    return {
        clock.key: stood_still(clock, at, until, terms)
        for clock in _opened_by(recorded, begun)
        for since, until in paused.values()
        if since < at < until
    }


def _opened_by(recorded: Recorded[ReferralEvent], begun: Mapping[str, Clock]) -> Sequence[Clock]:
    opened = [each for each in begun.values() if each.anchor == recorded.event_id]
    return [each for each in opened if each.code in PAUSABLE and each.outcome is Outcome.RUNNING]
