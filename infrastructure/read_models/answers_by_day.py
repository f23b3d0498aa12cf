"""How the providers of a search stood day by day, carried on from event to event."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain, repeat
from typing import NamedTuple

from domain.referral.chronology import STOOD, ProviderStanding, ProviderStood
from domain.referral.chronology.responses import WAITED_FOR, Stood
from domain.referral.events import ReferralEvent
from domain.shared.chronology import InOrder
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day
from domain.shared.vocabulary import ProviderId
from infrastructure.read_models.sheets import Row

UNANSWERED = WAITED_FOR | {ProviderStanding.NO_RESPONSE, ProviderStanding.WITHDRAWN}


class Spell(NamedTuple):
    """How an invited provider stood, by days: worked out once, and not after every event."""

    since: date
    until: date | None
    standing: ProviderStanding
    deadline: datetime

    def days(self) -> Sequence[date]:
        return (self.since,) if self.until is None else (self.since, self.until)


@dataclass(frozen=True, slots=True)
class Answers:
    """`STOOD`, and the same by days."""

    stood: Stood = field(default_factory=dict)
    spells: Mapping[ProviderId, Sequence[Spell]] = field(default_factory=dict)


def _answered(known: Answers, recorded: Recorded[ReferralEvent]) -> Answers:
    stood = STOOD.step(known.stood, recorded)
    if stood is known.stood:
        return known
    # Most stand as they did: looked at side by side, for to look each up costs more.
    before = chain(known.stood.values(), repeat(None))
    side_by_side = zip(stood.items(), before, strict=False)
    moved = [(who, now) for (who, now), was in side_by_side if now is not was]
    spells = {**known.spells, **{who: _by_days(now) for who, now in moved}}
    return Answers(stood, spells)


ANSWERS: InOrder[Answers, ReferralEvent] = InOrder(Answers(), _answered)


def _by_days(periods: Sequence[ProviderStood]) -> Sequence[Spell]:
    return [
        Spell(
            london_day(each.since),
            each.until and london_day(each.until),
            each.standing,
            each.deadline,
        )
        for each in periods
    ]


def answers_on(answers: Iterable[Sequence[Spell]], day: date) -> Row:
    """How the invited providers stood at the end of a day."""
    latest = [held for spells in answers if (held := _held(spells, day)) is not None]
    standings = Counter(each.standing for each in latest)
    waited_for = [
        each.deadline
        for each in latest
        if each.standing in WAITED_FOR and not (each.until and each.until <= day)
    ]
    return {
        "invited": len(latest),
        "answered": len(latest) - sum(standings[each] for each in UNANSWERED),
        "offers": standings[ProviderStanding.OFFERED],
        "late_offers": standings[ProviderStanding.OFFERED_LATE],
        "next_deadline": min(waited_for, default=None),
    }


def _held(spells: Sequence[Spell], day: date) -> Spell | None:
    """How one of them stood last, on or before a day."""
    for each in reversed(spells):
        if each.since <= day:
            return each
    return None
