"""Where the children live who are looked for."""

from collections.abc import Iterable
from dataclasses import replace

from domain.referral.events.choice import SiblingChosen
from domain.referral.facts import Facts
from domain.shared.vocabulary import OfferId, PlacementId, SettingId


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


def at_home(facts: Facts, chosen: Iterable[SiblingChosen]) -> Facts:
    """The home that each of brothers and sisters is to live in."""
    homes = {each.child: each.setting_id for each in chosen if each.setting_id is not None}
    return replace(facts, children=facts.children.with_homes(homes))


def joined(facts: Facts, offer_id: OfferId, setting_id: SettingId) -> Facts:
    """Whoever of them the offer has that home for is joined to it, one after the other."""
    homes = facts.offers[offer_id].offer.homes_for(facts.children.sought)
    theirs = {number: setting_id for number, home in homes.items() if home == setting_id}
    return replace(facts, children=facts.children.with_homes(theirs))


def all_as_chosen(facts: Facts) -> Facts:
    """Whoever chooses or joins, or lets a choice go, knows where the children live by then."""
    return replace(facts, elsewhere=frozenset())


def homeless(facts: Facts, child: int, placement_id: PlacementId) -> Facts:
    """What was noted of that home is taken back; another where the child lives still counts."""
    homes = facts.housed - {(child, placement_id)}
    lives = child in {each for each, _ in homes}
    return replace(facts, housed=homes, elsewhere=facts.elsewhere - (set() if lives else {child}))
