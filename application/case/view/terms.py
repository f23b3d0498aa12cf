"""What was agreed for a placement, who visits, and what notice was given. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.shared.ports import History
from domain.placement.chronology import PlacementChronology
from domain.placement.visits_made import visits
from domain.shared.moments import When, london_day
from domain.shared.terms import NoticeParty
from domain.shared.vocabulary import (
    Pence,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAgreement:
    """`in_force` is whether both sides had signed by the day."""

    version: int
    signed_on: When
    weekly: Pence
    in_force: bool
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownNotice:
    party: NoticeParty
    reason: str
    given_at: When
    expires: date | None
    pay_until: date | None
    source: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVisiting:
    """When a social worker last saw the child here, alone or not, and how often in vain since.

    `seen_on` is none where nobody has seen the child here yet.
    """

    seen_on: When | None
    seen_alone: bool
    in_vain_since: int


def agreement(held: PlacementChronology, day: date) -> ShownAgreement | None:
    period = held.agreement_on(day)
    if period is None:
        return None
    return ShownAgreement(
        version=period.version,
        signed_on=period.signed_on,
        weekly=period.terms.weekly,
        in_force=london_day(period.signed_on) <= day,
        source=period.source,
    )


def visiting(history: History[Any], day: date) -> ShownVisiting:
    made = [each for each in visits(history.events) if london_day(each.effective_at) <= day]
    at = max((n for n, each in enumerate(made) if each.event.visit.seen), default=None)
    if at is None:
        return ShownVisiting(seen_on=None, seen_alone=False, in_vain_since=len(made))
    last = made[at].event.visit
    in_vain = len(made) - at - 1
    return ShownVisiting(seen_on=last.on, seen_alone=last.seen_alone, in_vain_since=in_vain)


def notices(held: PlacementChronology, day: date) -> Iterable[ShownNotice]:
    for notice in held.notices_on(day):
        yield ShownNotice(
            party=notice.party,
            reason=notice.reason,
            given_at=notice.since,
            expires=notice.expires,
            pay_until=notice.pay_until,
            source=notice.source,
        )
