"""Which call to the police is about which time missing, in whatever order it was typed (R-245)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from domain.case.events import ChildAway, ChildMissing, ChildReturned, PoliceTold
from domain.shared.chronology import in_business_order
from domain.shared.envelope import Recorded
from domain.shared.moments import begins

Facts = Sequence[Recorded[Any]]

BEFOREHAND: Final = timedelta(days=1)
"""How long before a child is on record as missing a call may be about it (R-245)."""


class Gone(NamedTuple):
    """A time missing, until it was over if it was: `until` none, it goes on."""

    source: UUID
    since: datetime
    until: datetime | None


def calls(history: Facts) -> Mapping[UUID, Recorded[PoliceTold]]:
    """The first call about each time missing, by the event that told of it.

    One made between two of them is about the nearer: late for the one before, if nobody had told
    the police of that, or up to a day early for the next.
    """
    facts = in_business_order(history)
    gone = list(_times_missing(facts))
    told: dict[UUID, Recorded[PoliceTold]] = {}
    for call in facts:
        if isinstance(call.event, PoliceTold):
            for source in _about(begins(call.effective_at), gone, told):
                told.setdefault(source, call)
    return told


def _about(at: datetime, gone: Sequence[Gone], told: Mapping[UUID, object]) -> Sequence[UUID]:
    within = [each for each in gone if each.since <= at and (not each.until or at <= each.until)]
    if within:
        return [each.source for each in within]
    early = [(each.since - at, each.source) for each in gone if at < each.since <= at + BEFOREHAND]
    over = [(at - each.until, each.source) for each in gone if each.until and each.until < at]
    late = [each for each in over[-1:] if each[1] not in told]
    return [source for _, source in sorted([*early[:1], *late])[:1]]


def _times_missing(facts: Facts) -> Iterator[Gone]:
    for place, fact in enumerate(facts):
        if isinstance(fact.event, ChildMissing):
            over = next((each for each in facts[place + 1 :] if _is_over(each)), None)
            until = begins(over.effective_at) if over else None
            yield Gone(fact.event_id, begins(fact.effective_at), until)


def _is_over(fact: Recorded[Any]) -> bool:
    return isinstance(fact.event, ChildReturned | ChildAway)
