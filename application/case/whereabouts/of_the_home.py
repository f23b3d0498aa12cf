"""What speaks against it in the placement and its home: another one, an end that has passed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from application.case.whereabouts.sight import Facts, Lived, Sight
from application.case.whereabouts.told import Contradicted, Contradiction, contradicted
from application.case.word import word_of
from domain.placement.absence_periods import is_beside
from domain.placement.events import (
    HomeRegistrationLapsed,
    PlacementNotStarted,
    PlacementStarted,
    StartAgreed,
    StartDateChanged,
)
from domain.placement.history import of_kind
from domain.placement.notices import notices_given
from domain.shared.moments import before, london_day

DAY: Final = timedelta(days=1)


def elsewhere(sight: Sight) -> Iterator[Contradicted]:
    """Another placement that goes on as well, and is no stay for a while (R-195)."""
    home = sight.home
    for other in sight.open[:-1]:
        if home is None or is_beside(home.stay, other.held, london_day(home.stay.since)):
            continue
        words = (other.word(other.stay.source), home.word(home.stay.source))
        yield contradicted(Contradiction.TWO_OPEN_PLACEMENTS, home.stay.since, *words)


def was_to_move(sight: Sight) -> Iterator[Contradicted]:
    """A start elsewhere that was agreed for a day that is over, and neither happened nor is off."""
    for history in sight.record.of_kind("placement"):
        facts: Facts = history.events
        if any(isinstance(each.event, PlacementStarted | PlacementNotStarted) for each in facts):
            continue
        agreed = [each for each in facts if isinstance(each.event, StartAgreed | StartDateChanged)]
        for last in agreed[-1:]:
            if london_day(last.event.starts_at) < sight.day:
                yield contradicted(Contradiction.START_PASSED, last.event.starts_at, word_of(last))


def was_to_end(sight: Sight) -> Iterator[Contradicted]:
    """The day on which the placement was to end has passed, or its notice has run out."""
    home = sight.home
    if home is None:
        return
    planned = home.stay.planned_end
    if planned is not None and planned < sight.day:
        word = home.word(home.stay.source)
        yield contradicted(Contradiction.PLANNED_END_PASSED, planned + DAY, word)
    for given in notices_given(sight.by_now(home.facts)):
        expires = given.notice.expires
        if given.notice.runs and expires is not None and expires < sight.day:
            yield contradicted(Contradiction.NOTICE_RAN_OUT, expires + DAY, word_of(given.given))


def home_on_register(sight: Sight) -> Iterator[Contradicted]:
    """A home that no register knows, or that is registered no more."""
    home = sight.home
    if home is None:
        return
    for start in of_kind(home.facts, PlacementStarted):
        if start.event.unlisted is not None:
            since = home.stay.since
            yield contradicted(Contradiction.HOME_ON_NO_REGISTER, since, word_of(start))
    for lapsed in of_kind(sight.by_now(home.facts), HomeRegistrationLapsed):
        since = lapsed.event.on
        yield contradicted(Contradiction.HOME_NOT_REGISTERED, since, word_of(lapsed))


def paid_for(sight: Sight) -> Iterator[Contradicted]:
    """Money for a home in which the child is not thought to be, or that it has left."""
    for other in sight.open[:-1]:
        agreement = other.held.agreement_on(sight.day)
        if agreement is not None and agreement.terms.weekly:
            word = other.word(agreement.source)
            yield contradicted(Contradiction.PAID_ELSEWHERE, other.stay.since, word)
    for left in sight.lived:
        # A home that the provider moved the child out of is not where the placement ended.
        if not left.is_open_on(sight.day) and left.stay == left.held.stays[-1]:
            yield from _fees_of(sight, left)


def _fees_of(sight: Sight, left: Lived) -> Iterator[Contradicted]:
    until = left.stay.until
    if until is None:
        return
    for given in notices_given(left.facts):
        paid = given.notice.pay_until
        over = before(until, given.notice.given_at)
        if given.notice.runs and not over and paid is not None and paid >= sight.day:
            yield contradicted(Contradiction.FEES_RUN_ON, until, word_of(given.given))
