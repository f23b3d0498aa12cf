"""The children of one search, by the number that each was given when it was drafted.

A number is never used again: offers, choices and free text name a child by it, and so a
record that is shared by several children says nobody's name (docs/domain/10, R-56).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from domain.referral.events import ReferralDrafted
from domain.shared.vocabulary import CaseId


@dataclass(frozen=True)
class Children:
    """All who were asked for together, and who of them has since left this search."""

    by_number: Mapping[int, CaseId] = field(default_factory=dict)
    left: frozenset[int] = frozenset()

    @property
    def are_siblings(self) -> bool:
        """Whether brothers and sisters were asked for together, whoever is left of them."""
        return len(self.by_number) > 1

    @property
    def sought(self) -> Mapping[int, CaseId]:
        """Those for whom a home is looked for here."""
        return {number: case for number, case in self.by_number.items() if number not in self.left}

    def without(self, *numbers: int) -> "Children":
        return replace(self, left=self.left | set(numbers))

    def number_of(self, case_id: CaseId) -> int | None:
        return next((number for number, each in self.by_number.items() if each == case_id), None)


def asked_for(event: ReferralDrafted) -> Children:
    return Children(dict(enumerate((event.case_id, *event.siblings), start=1)))
