"""What speaks against it in the child's own life: missing, away too long, out of care."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from application.case.whereabouts.sight import Sight
from application.case.whereabouts.told import Contradicted, Contradiction, contradicted
from application.case.word import Word, word_of
from domain.case.codes import CeasingReason
from domain.case.events import CeasedLookedAfter
from domain.case.presence import Absence
from domain.placement.absence_clocks import absence_clocks
from domain.shared.clocks import is_breached
from domain.shared.moments import before, london_day

DAY: Final = timedelta(days=1)

UNAUTHORISED: Final = {
    Absence.MISSING: Contradiction.MISSING,
    Absence.AWAY: Contradiction.AWAY_WITHOUT_AUTHORISATION,
}

LIVES_ELSEWHERE: Final = frozenset(CeasingReason) - {
    CeasingReason.STAYED_WITH_CARERS_AT_18,
    CeasingReason.REMAND_ENDED,
    CeasingReason.FOUND_TO_BE_AN_ADULT,
    CeasingReason.ANYTHING_ELSE,
}
"""Reasons for which a child leaves care and the home that it lived in."""


def after_death(sight: Sight, died: Word) -> Iterator[Contradicted]:
    """Of a child who died one thing is asked alone: whether a placement goes on all the same."""
    for each in sight.open:
        yield contradicted(Contradiction.DIED, each.stay.since, died, each.word(each.stay.source))


def gone(sight: Sight) -> Iterator[Contradicted]:
    """Missing, or away without authorisation: whatever else is on record, it is not there."""
    absence = sight.absence
    if absence is not None:
        word = sight.case_word(absence.source)
        yield contradicted(UNAUTHORISED[absence.absence], absence.since, word)


def away_too_long(sight: Sight) -> Iterator[Contradicted]:
    """An absence that was to be over by now, or that is no temporary one any more."""
    home = sight.home
    absence = home.held.absence_on(sight.day) if home else None
    if home is None or absence is None:
        return
    word = home.word(absence.source)
    expected = absence.expected_back
    if expected is not None and expected < sight.day:
        yield contradicted(Contradiction.ABSENCE_OVERDUE, expected + DAY, word)
    for clock in absence_clocks(home.facts, sight.record.terms):
        if clock.anchor == absence.source and is_breached(clock, sight.record.of.judged_at):
            too_long = london_day(clock.due.at) + DAY
            yield contradicted(Contradiction.ABSENCE_TOO_LONG, too_long, word)


def nowhere(sight: Sight) -> Iterator[Contradicted]:
    """Looked after, and on record in no home."""
    care = sight.case.care_on(sight.day)
    if sight.home is not None or care is None or not sight.case.looked_after_on(sight.day):
        return
    ended = sight.lived[-1] if sight.lived else None
    if ended is not None and ended.stay.until is not None and ended.stay.ended_by is not None:
        left = ended.word(ended.stay.ended_by)
        if before(care.since, ended.stay.until):
            yield contradicted(Contradiction.NO_PLACEMENT, ended.stay.until, left)
            return
    yield contradicted(Contradiction.NO_PLACEMENT, care.since, sight.case_word(care.source))


def out_of_care(sight: Sight) -> Iterator[Contradicted]:
    """Ceased to be looked after, since it lives there, for a reason that takes it elsewhere."""
    home = sight.home
    if home is None or sight.case.looked_after_on(sight.day):
        return
    for recorded in sight.by_now(sight.record.case):
        event = recorded.event
        if not isinstance(event, CeasedLookedAfter) or event.reason not in LIVES_ELSEWHERE:
            continue
        if not before(recorded.effective_at, home.stay.since):
            yield contradicted(Contradiction.CARE_ENDED, recorded.effective_at, word_of(recorded))
