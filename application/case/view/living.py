"""Where the child lives, has lived, and is to live. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from application.case.record import ChildRecord
from application.case.view.terms import (
    ShownAgreement,
    ShownNotice,
    ShownVisiting,
    agreement,
    notices,
    visiting,
)
from application.case.word import Word, word_on
from application.shared.ports import History
from domain.placement.chronology import StayPeriod, chronology
from domain.setting.events import SettingRegistered
from domain.shared.moments import When, begins
from domain.shared.personal import Erased
from domain.shared.vocabulary import (
    Locality,
    PlacementId,
    ProviderId,
    Provision,
    ReferralId,
    SettingId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPlacement:
    """A placement that is open on the day: where the child lives, and on whose word.

    `setting_name` is none where no register knows the home. `distance_tenths` is the way
    from home in tenths of a mile.
    """

    placement_id: PlacementId
    setting_id: SettingId
    setting_name: str | Erased | None
    provider_id: ProviderId | None
    referral_id: ReferralId | None
    provision: Provision
    locality: Locality
    distance_tenths: int | None
    since: When
    until: When | None
    planned_end: date | None
    agreement: ShownAgreement | None
    notices: tuple[ShownNotice, ...]
    visiting: ShownVisiting
    word: Word


def placements_on(record: ChildRecord) -> Sequence[ShownPlacement]:
    """Every placement that is open on the day, in the order in which they began."""
    found = [_shown(record, history) for history in record.of_kind("placement")]
    open_ones = (placement for placement in found if placement is not None)
    return sorted(open_ones, key=lambda each: (begins(each.since), each.word.position))


def lives_at(placements: Sequence[ShownPlacement]) -> ShownPlacement | None:
    """Of several open placements the child is in the one that began last."""
    return placements[-1] if placements else None


def _shown(record: ChildRecord, history: History[Any]) -> ShownPlacement | None:
    held = chronology(history.events)
    stay = held.stay_on(record.day)
    if stay is None:
        return None
    return ShownPlacement(
        placement_id=stay.placement_id,
        setting_id=stay.setting_id,
        setting_name=name_of_home(record, stay.setting_id),
        provider_id=stay.provider_id,
        referral_id=stay.referral_id,
        provision=stay.provision,
        locality=stay.locality,
        distance_tenths=stay.distance_tenths,
        since=stay.since,
        until=stay.until,
        planned_end=stay.planned_end,
        agreement=agreement(held, record.day),
        notices=tuple(notices(held, record.day)),
        visiting=visiting(history, record.day),
        word=word_on(history.events, stay.source),
    )


def settings_of(histories: Iterable[History[Any]]) -> Iterable[SettingId]:
    """The homes that a child has lived in, as these placement streams tell."""
    stays: list[StayPeriod] = []
    for history in histories:
        stays += chronology(history.events).stays
    return dict.fromkeys(stay.setting_id for stay in stays)


def name_of_home(record: ChildRecord, setting_id: SettingId) -> str | Erased | None:
    facts = record.homes[setting_id].facts
    return next((fact.name for fact in facts if isinstance(fact, SettingRegistered)), None)
