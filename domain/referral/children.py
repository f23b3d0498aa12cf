"""The children of one search, by the number that each was given when it was drafted.

A number is never used again: offers, choices and free text name a child by it, and so a
record that is shared by several children says nobody's name (docs/domain/10, R-56).
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from domain.referral.events.request import ReferralDrafted
from domain.referral.events.siblings import (
    SearchNarrowed,
    SiblingEvent,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.spoken import Spoken
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, SettingId, Subject


@dataclass(frozen=True)
class LetPart:
    """Who let these live apart from the others; `spoken` if that was said by telephone."""

    numbers: tuple[int, ...]
    by: Subject
    spoken: Spoken | None = None

    def is_word(self, officer: Subject, spoken: Spoken | None) -> bool:
        """Whether it is what this officer is said to have said at that time."""
        if self.spoken is None or spoken is None:
            return False
        return (self.by, self.spoken.at) == (officer, spoken.at)


@dataclass(frozen=True)
class Children:
    """All who were asked for together, and who of them has since left this search.

    `let_part` are those who may live apart from the others, and who approved it, but for words
    that were denied; `moved_in` is since when each lives where it was placed, `gone` when it
    left there, and `homes` the last home that was chosen or joined for each.
    """

    by_number: Mapping[int, CaseId] = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    let_part: tuple[LetPart, ...] = ()
    moved_in: Mapping[int, When] = field(default_factory=dict)
    gone: Mapping[int, When] = field(default_factory=dict)
    homes: Mapping[int, SettingId] = field(default_factory=dict)

    @property
    def are_siblings(self) -> bool:
        """Whether brothers and sisters were asked for together, whoever is left of them."""
        return len(self.by_number) > 1

    @property
    def sought(self) -> Mapping[int, CaseId]:
        """Those for whom a home is looked for here."""
        return {number: case for number, case in self.by_number.items() if number not in self.left}

    @property
    def may_part(self) -> Mapping[int, Subject]:
        """Who may live apart from the others, and who approved it last."""
        return {number: each.by for each in self.let_part for number in each.numbers}

    @property
    def all_moved_in(self) -> bool:
        return set(self.sought) <= set(self.moved_in)

    @property
    def living_there(self) -> tuple[int, ...]:
        """Who has moved in and not left since."""
        return tuple(number for number in self.by_number if self._lives_there(number))

    @property
    def homes_of_others(self) -> Collection[SettingId]:
        """Where brothers and sisters live by this search who are not looked for any more."""
        others = (number for number in self.living_there if number in self.left)
        return {self.homes[number] for number in others if number in self.homes}

    def _lives_there(self, number: int) -> bool:
        return number in self.moved_in and number not in self.gone

    def without(self, *numbers: int) -> "Children":
        return replace(self, left=self.left | set(numbers))

    def with_moved_in(self, number: int, at: When) -> "Children":
        return replace(self, moved_in={**self.moved_in, number: at})

    def with_homes(self, homes: Mapping[int, SettingId]) -> "Children":
        return replace(self, homes={**self.homes, **homes})

    def with_gone(self, number: int, at: When) -> "Children":
        return replace(self, gone={**self.gone, number: at})

    def letting_part(self, let: LetPart) -> "Children":
        return replace(self, let_part=(*self.let_part, let))

    def without_word(self, officer: Subject, spoken: Spoken | None) -> "Children":
        """A word that its officer denied lets nobody part from then on (R-169)."""
        stand = tuple(each for each in self.let_part if not each.is_word(officer, spoken))
        return replace(self, let_part=stand)

    def number_of(self, case_id: CaseId) -> int | None:
        return next((number for number, each in self.by_number.items() if each == case_id), None)


def asked_for(event: ReferralDrafted) -> Children:
    return Children(dict(enumerate((event.case_id, *event.siblings), start=1)))


def after(children: Children, event: SiblingEvent) -> Children:
    match event:
        case SiblingSplitApproved():
            numbers = tuple(each.child for each in event.parted)
            return children.letting_part(LetPart(numbers, event.by, event.spoken))
        case SearchNarrowed():
            return children.without(*event.children)
        case SiblingMovedIn():
            return children.with_moved_in(event.child, event.at)
        case SiblingLeft():
            return children.with_gone(event.child, event.at)
