"""What an offer is for several children: which of them it takes, and where each would live."""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from domain.shared.admission import Home
from domain.shared.messages import Value
from domain.shared.vocabulary import SettingId


class Extent(StrEnum):
    """How far an offer keeps brothers and sisters together (docs/domain/02, 2.2)."""

    TOGETHER = "together"
    PARTIAL = "partial"
    SPLIT = "split"


class ChildInHome(Value):
    """Which home of the provider is for which child, by its number in the pack."""

    child: int = Field(ge=1)
    setting_id: SettingId


class ForSiblings(Value):
    """All `together` in the offer's home; some `children` there; or each in a home of `homes`."""

    extent: Extent
    children: tuple[int, ...] = ()
    homes: tuple[ChildInHome, ...] = ()


class SiblingAsked(Value):
    """One child of a group, and the home that an offer has for it, as registered on its day."""

    number: int
    born_on: date
    home: Home | None


def homes_for(
    siblings: ForSiblings | None, home: SettingId | None, children: Iterable[int]
) -> Mapping[int, SettingId | None]:
    """Which of these children an offer takes, and the home that it has for each."""
    if siblings is None or siblings.extent is Extent.TOGETHER:
        return dict.fromkeys(children, home)
    if siblings.extent is Extent.PARTIAL:
        return {number: home for number in children if number in siblings.children}
    of = {each.child: each.setting_id for each in siblings.homes}
    return {number: of[number] for number in children if number in of}
