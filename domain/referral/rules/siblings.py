"""What a search for brothers and sisters must hold, beyond what one for a child must.

The Children Act 1989, s. 22C(8)(c): as far as is reasonably practicable, a placement lets a
child live with its brothers and sisters who are looked after too.
"""

from collections.abc import Iterator, Mapping, Sequence

from domain.referral.children import Children
from domain.referral.errors import (
    ChildNamedInSharedRecord,
    SiblingsMismatch,
    SiblingSplitNotApproved,
)
from domain.referral.events.siblings import Parted
from domain.shared.errors import MissingInformation
from domain.shared.personal import legible
from domain.shared.said import require_said
from domain.shared.vocabulary import CaseId, SettingId


def require_each_child_once(cases: Sequence[CaseId]) -> None:
    """Refuse a group in which one child stands twice."""
    if len(set(cases)) < len(cases):
        raise SiblingsMismatch("One child is named twice.")


def require_nobody_named(fields: Sequence[str]) -> None:
    """Refuse free text by which one of several children could be recognised (R-56).

    It stands in a file that outlives the file of each child: a name in it would outlive the
    erasure of that child. The fields are told, and never what was found in them.
    """
    if fields:
        text = "Say which child is meant by its number."
        raise ChildNamedInSharedRecord(text, fields=sorted(set(fields)))


def require_reasons_for(children: Children, parted: Sequence[Parted]) -> None:
    """Refuse to part children without a reason for each, or children who are not sought here."""
    if not parted:
        raise MissingInformation(["parted"])
    named = [each.child for each in parted]
    if not children.are_siblings or not set(children.sought).issuperset(named):
        raise SiblingsMismatch("A child is named who is not looked for here with siblings.")
    if len(set(named)) < len(named):
        raise SiblingsMismatch("One child is named twice.")
    require_said(**{f"parted.{each.child}.text": legible(each.text) for each in parted})


def require_parting_approved(children: Children, taken: Mapping[int, SettingId | None]) -> None:
    """Refuse homes that part a child for whom no manager has approved it (2.2, 6-67)."""
    parted = [number for number in parted_by(children, taken) if number not in children.may_part]
    if parted:
        named = [str(number) for number in parted]
        text = f"No approval lets child {', '.join(named)} live apart from the others."
        raise SiblingSplitNotApproved(text, children=named)


def parted_by(children: Children, taken: Mapping[int, SettingId | None]) -> Sequence[int]:
    """Everybody outside the home that takes most of them; of two, the one with the first (R-57).

    Where one of them lives by this search already, everybody outside that home (R-175).
    """
    if children.homes_of_others:
        there = children.homes_of_others
        return [number for number in children.sought if taken.get(number) not in there]
    kept = max(_households(taken), key=lambda each: (len(each), -min(each)), default=())
    return [number for number in children.sought if number not in kept]


def _households(taken: Mapping[int, SettingId | None]) -> Iterator[tuple[int, ...]]:
    for home in set(taken.values()):
        yield tuple(number for number, where in taken.items() if where == home)
