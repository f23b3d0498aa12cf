"""What speaks against the word that a child is missing: somebody saw it since."""

from collections.abc import Iterator

from application.case.whereabouts.sight import Lived, Sight
from application.case.whereabouts.told import Contradicted, Contradiction, contradicted
from application.case.word import Word, word_of
from domain.case.presence import Absence
from domain.placement.events import ChildVisited
from domain.placement.visits_made import visits
from domain.shared.moments import When, before


def seen_while_missing(sight: Sight) -> Iterator[Contradicted]:
    """A visit at which the child was seen since it went: both cannot be (R-244).

    Who has moved in somewhere since is where it moved in.
    """
    gone = sight.case.absent_on(sight.day)
    if gone is None or gone.absence is not Absence.MISSING:
        return
    if any(before(gone.since, each.stay.since) for each in sight.lived if _came(each)):
        return
    for when, word in _seen_since(sight, gone.since):
        yield contradicted(
            Contradiction.SEEN_WHILE_MISSING, when, word, sight.case_word(gone.source)
        )
        return


def _came(lived: Lived) -> bool:
    return not lived.stay.moved_within


def _seen_since(sight: Sight, since: When) -> Iterator[tuple[When, Word]]:
    placements = {each.stay.placement_id: each.facts for each in sight.lived}
    made = (each for facts in placements.values() for each in visits(facts))
    for each in sight.by_now(list(made)):
        if isinstance(each.event, ChildVisited) and before(since, each.effective_at):
            yield each.effective_at, word_of(each)
