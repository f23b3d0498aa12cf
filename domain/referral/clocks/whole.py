"""Every deadline that a search opens, and how it stands."""

from collections.abc import Iterable, Sequence

from domain.referral.clocks.ahead import ahead_of_money, pays_for_others, runs_already
from domain.referral.clocks.closing import closed_by, heard_from, touched
from domain.referral.clocks.emergencies import emergency_clocks
from domain.referral.clocks.impact import impact_clocks
from domain.referral.clocks.offers import clocks_of_offers
from domain.referral.clocks.opening import opened_by
from domain.referral.clocks.pace import Pace, paced
from domain.referral.clocks.pauses import (
    held_over,
    pause_clock,
    stretches,
)
from domain.referral.clocks.words import clocks_of_words
from domain.referral.events import ReferralEvent
from domain.referral.waiting import draft_clock
from domain.referral.windows import moved_windows
from domain.shared.chronology import in_business_order
from domain.shared.clocks import Clock, ClockTerms
from domain.shared.envelope import Recorded
from domain.shared.vocabulary import OfferId


def clocks(history: Iterable[Recorded[ReferralEvent]], terms: ClockTerms) -> Sequence[Clock]:
    """Every deadline that this search opened, and how it stands."""
    found: dict[str, Clock] = {}
    ahead: dict[str, OfferId] = {}
    pace = Pace()
    told = in_business_order(history)
    paused = stretches(told)
    heard: set[str] = set()
    for recorded in told:
        pace = paced(pace, recorded.event)
        for key in touched(recorded.event, found):
            if not pays_for_others(recorded.event, ahead.get(key)):
                found[key] = closed_by(recorded, found[key])
        heard.update(heard_from(recorded.event, found))
        begun = moved_windows(recorded, found, heard, terms)
        clock = (
            draft_clock(recorded, found, terms)
            or pause_clock(recorded)
            or opened_by(recorded, pace, terms)
        )
        if clock is not None and not runs_already(recorded.event, found, ahead):
            begun[clock.key] = clock
            ahead |= ahead_of_money(recorded.event, clock)
        found |= begun
        if paused:
            found |= held_over(recorded, found, begun, paused, terms)
    return [
        *found.values(),
        *clocks_of_offers(told),
        *clocks_of_words(told, terms),
        *emergency_clocks(told, terms),
        *impact_clocks(told, terms),
    ]
