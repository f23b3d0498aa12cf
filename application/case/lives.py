"""Where a child lives on a day, and where the child is to live."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from application.case.record import ChildRecord
from application.case.shown import (
    ShownAgreement,
    ShownNotice,
    ShownPlacement,
    ShownPlan,
    ShownVisiting,
)
from application.case.word import word_of, word_on
from application.shared.ports import History
from domain.placement.chronology import PlacementChronology, StayPeriod, chronology
from domain.placement.events import (
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    StartAgreed,
)
from domain.placement.visits import visits
from domain.setting.events import SettingRegistered
from domain.shared.moments import begins, london_day
from domain.shared.personal import Erased
from domain.shared.vocabulary import SettingId


def placements_on(record: ChildRecord) -> Sequence[ShownPlacement]:
    """Every placement that is open on the day, in the order in which they began."""
    found = [_shown(record, history) for history in record.of_kind("placement")]
    open_ones = (placement for placement in found if placement is not None)
    return sorted(open_ones, key=lambda each: (begins(each.since), each.word.position))


def lives_at(placements: Sequence[ShownPlacement]) -> ShownPlacement | None:
    """Of several open placements the child is in the one that began last."""
    return placements[-1] if placements else None


def planned_on(record: ChildRecord) -> Iterator[ShownPlan]:
    """Placements put forward by the day that had by then neither begun nor been called off."""
    for history in record.of_kind("placement"):
        begun = chronology(history.events).stays
        if not any(london_day(stay.since) <= record.day for stay in begun):
            yield from _plan(history, record.day)


def _shown(record: ChildRecord, history: History[Any]) -> ShownPlacement | None:
    held = chronology(history.events)
    stay = held.stay_on(record.day)
    if stay is None:
        return None
    return ShownPlacement(
        placement_id=stay.placement_id,
        setting_id=stay.setting_id,
        setting_name=_name(record, stay.setting_id),
        provider_id=stay.provider_id,
        referral_id=stay.referral_id,
        provision=stay.provision,
        locality=stay.locality,
        distance_tenths=stay.distance_tenths,
        since=stay.since,
        until=stay.until,
        planned_end=stay.planned_end,
        agreement=_agreement(held, record.day),
        notices=tuple(_notices(held, record.day)),
        visiting=_visiting(history, record.day),
        word=word_on(history.events, stay.source),
    )


def settings_of(histories: Iterable[History[Any]]) -> Iterable[SettingId]:
    """The homes that a child has lived in, as these placement streams tell."""
    stays: list[StayPeriod] = []
    for history in histories:
        stays += chronology(history.events).stays
    return dict.fromkeys(stay.setting_id for stay in stays)


def _name(record: ChildRecord, setting_id: SettingId) -> str | Erased | None:
    facts = record.homes[setting_id].facts
    return next((fact.name for fact in facts if isinstance(fact, SettingRegistered)), None)


def _agreement(held: PlacementChronology, day: date) -> ShownAgreement | None:
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


def _visiting(history: History[Any], day: date) -> ShownVisiting:
    made = [each for each in visits(history.events) if london_day(each.effective_at) <= day]
    at = max((n for n, each in enumerate(made) if each.event.visit.seen), default=None)
    if at is None:
        return ShownVisiting(seen_on=None, seen_alone=False, in_vain_since=len(made))
    last = made[at].event.visit
    in_vain = len(made) - at - 1
    return ShownVisiting(seen_on=last.on, seen_alone=last.seen_alone, in_vain_since=in_vain)


def _notices(held: PlacementChronology, day: date) -> Iterable[ShownNotice]:
    for notice in held.notices_on(day):
        yield ShownNotice(
            party=notice.party,
            reason=notice.reason,
            given_at=notice.since,
            expires=notice.expires,
            pay_until=notice.pay_until,
            source=notice.source,
        )


def _plan(history: History[Any], day: date) -> Iterator[ShownPlan]:
    proposal, agreed = None, None
    for recorded in history.events:
        if london_day(recorded.effective_at) > day:
            continue
        match recorded.event:
            case PlacementProposed():
                proposal, agreed = recorded, None
            case StartAgreed():
                agreed = recorded
            case PlacementNotStarted() | PlacementStarted():
                proposal = None
    if proposal is None:
        return
    yield ShownPlan(
        placement_id=proposal.event.placement_id,
        setting_id=proposal.event.setting_id,
        provision=proposal.event.provision,
        starts_on=london_day(agreed.event.starts_at) if agreed else proposal.event.starts_on,
        start_agreed=agreed is not None,
        word=word_of(agreed or proposal),
    )
