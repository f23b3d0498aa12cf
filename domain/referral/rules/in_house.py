"""What a match among the council's own homes must be (docs/domain/02, 2.2; seed row 2-039)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.referral.children import Children
from domain.referral.commands.in_house import RecordInHouseMatch
from domain.referral.errors import NotInHouse, SiblingsMismatch
from domain.referral.rules.sibling_offers import said_wrongly
from domain.referral.siblings import Extent, homes_for
from domain.shared.admission import Home
from domain.shared.errors import MissingInformation, WrongState
from domain.shared.vocabulary import SettingId


@dataclass(frozen=True, slots=True)
class Taken:
    """A child who is taken, by its number, and the home it would live in."""

    number: int
    born_on: date
    home: Home


def taken_by(children: Children, command: RecordInHouseMatch) -> Sequence[Taken]:
    """Each child for whom a home is put forward, in order of number; there is one at least."""
    if not children.are_siblings:
        return [_the_only_one(command)]
    _require_says_who(children, command)
    taken = homes_for(command.for_siblings, _home_of(command), children.sought)
    found = [
        Taken(each.number, each.born_on, each.home)
        for each in command.siblings
        if each.number in taken and each.home is not None
    ]
    if not found:
        raise WrongState("It takes none of the children who are still looked for.")
    return found


def _the_only_one(command: RecordInHouseMatch) -> Taken:
    if command.for_siblings is not None:
        raise SiblingsMismatch("One child was asked for, and no siblings.")
    if command.home is None:
        raise MissingInformation(["setting_id"])
    return Taken(1, command.born_on, command.home)


def _require_says_who(children: Children, command: RecordInHouseMatch) -> None:
    """Refuse a match that does not say once for each child whether it is taken, and where."""
    said = command.for_siblings
    if said is None:
        raise MissingInformation(["siblings"])
    if said.extent is not Extent.SPLIT and command.home is None:
        raise MissingInformation(["setting_id"])
    wrong = [*said_wrongly(said, _home_of(command), set(children.by_number))]
    if wrong:
        raise SiblingsMismatch(" ".join(wrong))


def _home_of(command: RecordInHouseMatch) -> SettingId | None:
    return None if command.home is None else command.home.setting_id


def require_own(home: Home) -> None:
    """Refuse as in house a home that somebody else runs."""
    if home.provider_id is not None:
        raise NotInHouse
