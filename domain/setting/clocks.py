"""When a home's registration stops sufficing: a deadline to act before, and then a breach (6-50).

The register names the day, not a limit: C-REGLAPSE falls due at its first moment, whether
an end was recorded or the registration simply expires. It is met by the day on which the
home is registered again, and withdrawn if it turns out never to have lapsed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from domain.setting.events import SettingEvent
from domain.setting.standing import Standing, standings
from domain.shared.admission import SUFFICES
from domain.shared.clock_catalogue import C_REGLAPSE
from domain.shared.clocks import BROUGHT_IN, Clock, ClockTerms, Due, Outcome
from domain.shared.envelope import Recorded
from domain.shared.moments import begins, london_day


def clocks(history: Sequence[Recorded[SettingEvent]], terms: ClockTerms) -> Sequence[Clock]:
    """One for each stretch on which a home that was registered is not."""
    stretches = standings(history)
    return [
        _met_once_it_is_registered_again(_clock(history, lapse, terms), stretches, history)
        for lapse in lapses(stretches)
    ]


def lapses(stretches: Sequence[Standing]) -> Iterator[Standing]:
    """Where a registration that sufficed begins not to, for whatever cause."""
    for before, after in pairwise(stretches):
        if before.registration in SUFFICES and after.registration not in SUFFICES:
            yield after


def _clock(history: Sequence[Recorded[SettingEvent]], lapse: Standing, terms: ClockTerms) -> Clock:
    source = next(each for each in history if each.event_id == lapse.source)
    day = london_day(lapse.since)
    due = Due(at=begins(day), plan_by=terms.calendar.on_or_before(day))
    was_over = source.channel in BROUGHT_IN and due.at <= source.recorded_at
    return Clock(
        code=C_REGLAPSE,
        key=f"{C_REGLAPSE}:{day}",
        anchor=source.event_id,
        anchored_at=source.effective_at,
        due=due,
        outcome=Outcome.NOT_KNOWN if was_over else Outcome.RUNNING,
    )


def _met_once_it_is_registered_again(
    clock: Clock, stretches: Sequence[Standing], history: Sequence[Recorded[SettingEvent]]
) -> Clock:
    """A registration that is to resume on a day to come meets nothing before that day."""
    resumed = (
        each
        for each in stretches
        if begins(each.since) > clock.due.at and each.registration in SUFFICES
    )
    again = next(resumed, None)
    ahead = again is None or begins(again.since) > history[-1].recorded_at
    if again is None or ahead or clock.outcome is not Outcome.RUNNING:
        return clock
    return replace(
        clock, outcome=Outcome.MET, closed_by=again.source, closed_at=london_day(again.since)
    )
