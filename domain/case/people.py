"""Who works with the child: words for allocations (R-27)."""

from enum import StrEnum

from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.vocabulary import Subject


class AllocationKind(StrEnum):
    """In which part somebody works with the child."""

    SOCIAL_WORKER = "social_worker"
    TEAM = "team"
    PERSONAL_ADVISER = "personal_adviser"
    IRO = "iro"


CASE_HOLDERS = frozenset({AllocationKind.SOCIAL_WORKER, AllocationKind.PERSONAL_ADVISER})
"""Those who plan for the child and manage the case from day to day."""


class Allocation(Value):
    """From `since` on, `who` has this part; without `who`, nobody has."""

    kind: AllocationKind
    who: str | None
    since: When
    by: Subject
