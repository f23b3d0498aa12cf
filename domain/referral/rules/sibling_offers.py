"""An offer for brothers and sisters, held against each child that it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.referral.children import Children
from domain.referral.errors import SiblingsMismatch
from domain.referral.offer import Offer
from domain.referral.siblings import Extent, ForSiblings, SiblingAsked
from domain.shared.admission import Home
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.vocabulary import SettingId


@dataclass(frozen=True, slots=True)
class Part:
    """An offer as it is for one child: its home, and its own lines of the price."""

    number: int
    offer: Offer
    home: Home | None
    born_on: date


def parts_of(offer: Offer, asked: Sequence[SiblingAsked]) -> Sequence[Part]:
    """The offer for each child that it takes; the whole of it where one child was asked for."""
    taken = offer.homes_for(each.number for each in asked)
    return [
        Part(each.number, offer.part_for(each.number), each.home, each.born_on)
        for each in asked
        if each.number in taken
    ]


def require_says_who(offer: Offer, children: Children) -> None:
    """Refuse an offer that does not say once for each child whether it takes it, and its price."""
    if not children.are_siblings:
        _require_of_one(offer)
        return
    if offer.siblings is None:
        raise MissingInformation(["offer.siblings"])
    wrong = [*_wrong(offer, offer.siblings, set(children.by_number))]
    if wrong:
        raise SiblingsMismatch(" ".join(wrong))
    unpriced = [*_unpriced(offer, children)]
    if unpriced:
        raise MissingInformation(unpriced)


def _require_of_one(offer: Offer) -> None:
    if offer.siblings is not None or any(line.child is not None for line in offer.price):
        raise SiblingsMismatch("One child was asked for, and no siblings.")


def _wrong(offer: Offer, said: ForSiblings, in_pack: set[int]) -> Iterator[str]:
    yield from said_wrongly(said, offer.setting_id, in_pack)
    taken = offer.homes_for(in_pack)
    if any(line.child is not None and line.child not in taken for line in offer.price):
        yield "A line of the price is for a child that the offer does not take."


def said_wrongly(said: ForSiblings, home: SettingId | None, in_pack: set[int]) -> Iterator[str]:
    """Whatever contradicts itself in who is taken, and where each of them would live."""
    named = [*said.children, *(each.child for each in said.homes)]
    if len(named) > len(set(named)) or not in_pack.issuperset(named):
        yield "A child is named twice, or is not in the pack."
    partial, split = said.extent is Extent.PARTIAL, said.extent is Extent.SPLIT
    if bool(said.children) is not partial or set(said.children) == in_pack:
        yield "An offer for some of the children names these, and no other offer does."
    homes = {each.setting_id for each in said.homes}
    if bool(homes) is not split or (split and (len(homes) == 1 or home is not None)):
        yield "A split offer names the home of each child, two at least, and no other offer does."


def _unpriced(offer: Offer, children: Children) -> Iterator[str]:
    """The money of each child is its own: it is paid and authorised by the child (R-58)."""
    if any(line.child is None for line in offer.price):
        yield "offer.price.child"
    priced = {line.child for line in offer.price}
    for number in offer.homes_for(children.by_number):
        if number not in priced:
            yield f"offer.price.child_{number}"


def require_some(parts: Sequence[Part]) -> None:
    """Refuse an offer whose children have all been found a home elsewhere since it was made."""
    if not parts:
        raise WrongState("This offer takes none of the children who are still looked for.")
