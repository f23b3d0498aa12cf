"""Where the children live who are looked for."""

from dataclasses import replace

from domain.referral.facts import Facts
from domain.shared.vocabulary import PlacementId


def housed(
    facts: Facts, child: int, placement_id: PlacementId, *, elsewhere: bool = False
) -> Facts:
    """Where a child lives since, and whether a home is chosen for it that is another."""
    others = facts.elsewhere - {child}
    return replace(
        facts,
        housed=facts.housed | {(child, placement_id)},
        elsewhere=others | {child} if elsewhere else others,
    )


def all_as_chosen(facts: Facts) -> Facts:
    """Whoever chooses or joins, or lets a choice go, knows where the children live by then."""
    return replace(facts, elsewhere=frozenset())


def homeless(facts: Facts, child: int, placement_id: PlacementId) -> Facts:
    """What was noted of that home is taken back; another where the child lives still counts."""
    homes = facts.housed - {(child, placement_id)}
    lives = child in {each for each, _ in homes}
    return replace(facts, housed=homes, elsewhere=facts.elsewhere - (set() if lives else {child}))
