"""When, and by whose word, it was last confirmed that the child is where it lives."""

from collections.abc import Iterator
from typing import Final

from application.access.principal import PROVIDER_ROLES
from application.case.whereabouts.sight import Lived, Sight
from application.case.whereabouts.told import Confirmation, Confirmed
from application.case.word import word_of
from domain.case.events import ChildReturned
from domain.placement.events import (
    ChildVisited,
    PackageReviewHeld,
    SignificantChangeReported,
    TemporaryAbsenceEnded,
)
from domain.placement.stability import ToldBy
from domain.placement.visit import VisitPlace
from domain.placement.visits_made import visits
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import before, begins, london_day

SEEN_BY_THE_COUNCIL: Final = frozenset(
    {Confirmation.SEEN, Confirmation.SEEN_ELSEWHERE, Confirmation.TOOK_PART_IN_REVIEW}
)
"""By which somebody who works for the council saw the child itself."""


def confirmations(sight: Sight) -> tuple[Confirmed, ...]:
    """The latest of each kind since the child lives there, the newest of all first."""
    home = sight.home
    if home is None:
        return ()
    told = [*_moved_in(home), *_in_placement(sight, home), *_returns(sight)]
    found = [each for each in told if not before(each.on, home.stay.since)]
    latest = {each.how: each for each in sorted(found, key=_when)}
    return tuple(sorted(latest.values(), key=_when, reverse=True))


def days_unseen(sight: Sight, confirmed: tuple[Confirmed, ...]) -> int | None:
    seen = next((each for each in confirmed if each.how in SEEN_BY_THE_COUNCIL), None)
    return (sight.day - london_day(seen.on)).days if seen else None


def _when(confirmed: Confirmed) -> tuple[float, int]:
    return begins(confirmed.on).timestamp(), confirmed.word.position


def _moved_in(home: Lived) -> Iterator[Confirmed]:
    word = home.word(home.stay.source)
    yield Confirmed(how=Confirmation.MOVED_IN, on=home.stay.since, word=word)


def _in_placement(sight: Sight, home: Lived) -> Iterator[Confirmed]:
    for made in sight.by_now(visits(home.facts)):
        if isinstance(made.event, ChildVisited):
            at_home = made.event.visit.place is VisitPlace.HOME
            how = Confirmation.SEEN if at_home else Confirmation.SEEN_ELSEWHERE
            yield _confirmed(how, made)
    for recorded in sight.by_now(home.facts):
        how_told = _told(recorded)
        if how_told is not None:
            yield _confirmed(how_told, recorded)


def _told(recorded: Recorded[Event]) -> Confirmation | None:
    match recorded.event:
        case TemporaryAbsenceEnded(told_by=ToldBy.PROVIDER):
            return Confirmation.PROVIDER_SAID
        case TemporaryAbsenceEnded():
            return Confirmation.CAME_BACK
        case SignificantChangeReported(told_by=ToldBy.PROVIDER):
            return Confirmation.PROVIDER_SAID
        case PackageReviewHeld(attendance=attendance) if attendance.young_person.attended:
            return Confirmation.TOOK_PART_IN_REVIEW
        case _:
            return None


def _returns(sight: Sight) -> Iterator[Confirmed]:
    for recorded in sight.by_now(sight.record.case):
        if isinstance(recorded.event, ChildReturned):
            by_provider = recorded.actor.role in PROVIDER_ROLES
            how = Confirmation.PROVIDER_SAID if by_provider else Confirmation.RETURNED
            yield _confirmed(how, recorded)


def _confirmed(how: Confirmation, recorded: Recorded[Event]) -> Confirmed:
    return Confirmed(how=how, on=recorded.effective_at, word=word_of(recorded))
