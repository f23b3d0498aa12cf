"""Everything that may speak against where a child is said to be: one table (R-197)."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from application.case.whereabouts import of_both, of_the_child, of_the_home, of_who_saw
from application.case.whereabouts.sight import Sight
from application.case.whereabouts.told import Contradicted, Contradiction

LOOKED_AT: Final[Sequence[Callable[[Sight], Iterable[Contradicted]]]] = (
    of_the_child.gone,
    of_both.seen_while_missing,
    of_the_child.away_too_long,
    of_the_child.nowhere,
    of_the_child.out_of_care,
    of_the_home.elsewhere,
    of_the_home.was_to_move,
    of_the_home.was_to_end,
    of_the_home.home_on_register,
    of_the_home.paid_for,
    of_who_saw.unseen,
)

GRAVEST_FIRST: Final = {code: place for place, code in enumerate(Contradiction)}


def contradictions(sight: Sight) -> tuple[Contradicted, ...]:
    """All of them, the gravest first: that nobody knows where the child is before who is paid."""
    if sight.died is not None:
        return tuple(of_the_child.after_death(sight, sight.died))
    found = (each for look in LOOKED_AT for each in look(sight))
    return tuple(sorted(found, key=lambda each: GRAVEST_FIRST[each.code]))
