"""What speaks against it because nobody has seen the child: a visit overdue, or made in vain."""

from collections.abc import Iterator
from typing import Final

from application.case.deadlines import deadlines
from application.case.whereabouts.sight import Lived, Sight
from application.case.whereabouts.told import Contradicted, Contradiction, contradicted
from application.case.word import Word, word_of
from domain.case.events import ChildReturned
from domain.placement.events import ChildVisited, TemporaryAbsenceEnded, VisitAttempted
from domain.placement.visits_made import visits
from domain.shared.clocks import Outcome
from domain.shared.moments import before

VISITS: Final = "C-VISIT"


def unseen(sight: Sight) -> Iterator[Contradicted]:
    home = sight.home
    if home is None:
        return
    yield from _overdue(sight, home)
    yield from _in_vain(sight, home)
    yield from _since_return(sight, home)


def _overdue(sight: Sight, home: Lived) -> Iterator[Contradicted]:
    """The law asked for a visit by now, and none was made (SI 2010/959, reg. 28)."""
    stream = f"placement-{home.stay.placement_id}"
    for each in deadlines(sight.record):
        runs = each.outcome is Outcome.RUNNING and each.breached
        if runs and each.stream == stream and each.code.startswith(VISITS):
            word = home.word(home.stay.source)
            yield contradicted(Contradiction.VISIT_OVERDUE, each.due, word)


def _in_vain(sight: Sight, home: Lived) -> Iterator[Contradicted]:
    """Somebody came since the child was last seen, and did not see it."""
    made = sight.by_now(visits(home.facts))
    seen = [each for each in made if isinstance(each.event, ChildVisited)]
    tried = [each for each in made if isinstance(each.event, VisitAttempted)]
    since = [each for each in tried if not seen or each.order > seen[-1].order]
    if since:
        words = (word_of(each) for each in since)
        yield contradicted(Contradiction.VISITED_IN_VAIN, since[0].effective_at, *words)


def _since_return(sight: Sight, home: Lived) -> Iterator[Contradicted]:
    """It is said to be back, and nobody of the council has seen it since."""
    facts = (*sight.record.case, *home.facts)
    back = [
        each
        for each in sight.by_now(facts)
        if isinstance(each.event, ChildReturned | TemporaryAbsenceEnded)
        and not before(each.effective_at, home.stay.since)
    ]
    if not back or sight.absence or home.held.absence_on(sight.day):
        return
    seen = (each for each in visits(home.facts) if isinstance(each.event, ChildVisited))
    if any(
        not before(each.effective_at, back[-1].effective_at) for each in sight.by_now(list(seen))
    ):
        return
    word: Word = word_of(back[-1])
    yield contradicted(Contradiction.NOT_SEEN_SINCE_RETURN, back[-1].effective_at, word)
