"""Ids worked out from what a return says, so that the same return gives the same ids.

A case is its authority and CHILD, which a council never reuses. An episode is its child and
the day it began, with an ordinal for the rare days on which several began, counted from the
last: the last is the one that next year's return repeats, and there it stands alone.

A placement takes its id from its first episode, and carries the keys of all of them. Next
year's return may open with a later one (legal status changed, same home), so a placement
is already held if **any** of its episodes' keys is.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from uuid import NAMESPACE_DNS, UUID, uuid5

from domain.shared.envelope import GssCode
from domain.shared.vocabulary import CaseId

NAMESPACE = uuid5(NAMESPACE_DNS, "ssda903.placement-casework")


def case_key(authority: GssCode, child: str) -> CaseId:
    return CaseId(uuid5(NAMESPACE, f"{authority}/{child}"))


def episode_keys(authority: GssCode, child: str, starts: Sequence[date]) -> list[UUID]:
    """A key for each episode of a child, given their starts in order."""
    later: Counter[date] = Counter()
    keys = []
    for start in reversed(starts):
        keys.append(uuid5(NAMESPACE, f"{authority}/{child}/{start.isoformat()}/{later[start]}"))
        later[start] += 1
    return keys[::-1]
