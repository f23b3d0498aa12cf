"""Whether the home where a child lives came of a search (docs/domain/10, R-105)."""

from domain.referral.children import Children
from domain.referral.commands.housed import JoinPlacement
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Standing
from domain.referral.stages import Asked, Chosen
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.moments import london_day
from domain.shared.vocabulary import OfferId


def require_came_of(facts: Facts, command: JoinPlacement) -> HeldOffer:
    """The offer of that home for that child, in time or late; not one that was taken back."""
    held = facts.offers.get(command.offer_id)
    number = facts.children.number_of(command.case_id)
    if held is None or number is None or number not in facts.children.sought:
        raise NotFound("This search is not for that child, or has no such offer.")
    if held.offer.homes_for([number]).get(number) != command.setting_id:
        raise NotFound("The child lives in another home than the one that was offered.")
    if held.standing is Standing.WITHDRAWN:
        raise WrongState("The provider took this offer back: it may make another.")
    if london_day(command.at) < command.asked_on:
        raise EffectiveBeforeStream("The child moved in before anybody asked for a home here.")
    return held


def require_nobody_to_choose_for(facts: Facts, command: JoinPlacement) -> None:
    """Refuse to choose for brothers and sisters by where one of them lives, but not by all.

    Where all who are sought live in the one home that was offered for them together, nobody is
    parted by it and there is nothing left to choose (R-120).
    """
    held, sought = facts.offers.get(command.offer_id), facts.children.sought
    homes = held.offer.homes_for(sought) if held is not None else {}
    together = all(homes.get(number) == command.setting_id for number in sought)
    if not together or not set(sought.values()).issubset(command.living_there):
        require_alone(facts.children)


def require_alone(children: Children) -> None:
    """Refuse to choose for brothers and sisters by where one of them lives."""
    if children.are_siblings:
        raise WrongState("Choose for brothers and sisters first; then join each who lives there.")


def require_not_the_chosen(referral: Asked, offer_id: OfferId) -> None:
    """Refuse to pay a stay that is over beside the same offer, chosen for a stay to come."""
    if isinstance(referral, Chosen) and referral.offer_id == offer_id:
        raise WrongState("The child has left: let this offer go first, then join the stay.")
