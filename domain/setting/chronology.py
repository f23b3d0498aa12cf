"""A setting's dated facts, after corrections: approvals, capacity, standing, and every stay.

It is the memory that decisions are made with, and the event behind each entry. A released
reservation held no night, so it leaves no period; the log still has it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from domain.setting.dated import Dated
from domain.setting.events import SettingEvent
from domain.setting.nights import Claim, Nights, Places
from domain.setting.registration import (
    RegistrationEntry,
    RegistrationKind,
    RegistrationStatus,
    Regulator,
    SupportedCategory,
)
from domain.setting.state import Listed, NotListed, Setting, Stay, remember
from domain.shared.approval import ApprovalTerms
from domain.shared.chronology import InOrder, Period, as_recorded
from domain.shared.envelope import Recorded
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import PlacementId, ProviderId


class RegistrationPeriod(Period):
    kind: RegistrationKind
    status: RegistrationStatus
    urn: str | None
    places: int | None
    ages: AgeRange | None
    terms: ApprovalTerms | None
    regulator: Regulator | None
    undertaking: str | None
    categories: tuple[SupportedCategory, ...]
    conditions: tuple[str, ...]


class CapacityPeriod(Period):
    """The places the home is run with."""

    places: int


class ExemptionPeriod(Period):
    """More than the usual three may be fostered (R-14)."""

    places: int


class OperatorPeriod(Period):
    provider_id: ProviderId | None


class RestrictionPeriod(Period):
    by: str


class ClosurePeriod(Period):
    pass


class OccupationKind(StrEnum):
    RESERVED = "reserved"
    OCCUPIED = "occupied"
    BLOCKED = "blocked"
    OTHER_AUTHORITY = "other_authority"


class OccupationPeriod(Period):
    """Places in use, by night: `until` is the day of leaving, whose night is free (R-04).

    While nobody has `left`, `until` is a plan, and without one the place is held for good.
    """

    placement_id: PlacementId | None
    kind: OccupationKind
    count: int
    left: bool = False


@dataclass(frozen=True, slots=True)
class SettingChronology:
    """Every dated fact of a setting; `places` answers about nights."""

    registrations: Sequence[RegistrationPeriod] = ()
    capacity: Sequence[CapacityPeriod] = ()
    exemptions: Sequence[ExemptionPeriod] = ()
    operators: Sequence[OperatorPeriod] = ()
    restrictions: Sequence[RestrictionPeriod] = ()
    closures: Sequence[ClosurePeriod] = ()
    occupation: Sequence[OccupationPeriod] = ()
    places: Places = field(default_factory=lambda: Places((), (), (), ()))

    def free_on(self, night: date) -> int:
        return self.places.free_on(night)

    def nights_over(self, first: date, before: date | None) -> tuple[Nights, ...]:
        """The over-capacity report: stretches of nights with more children than places."""
        return self.places.nights_over(first, before)


def chronology(history: Iterable[Recorded[SettingEvent]]) -> SettingChronology:
    """Yield the periods of one setting from its history, in the order it was recorded."""
    return chronology_of(remembered(history))


def chronology_of(setting: Setting) -> SettingChronology:
    return _periods(setting) if isinstance(setting, Listed) else SettingChronology()


def remembered(history: Iterable[Recorded[SettingEvent]]) -> Setting:
    """The memory that decisions are made with, and in each entry the event behind it."""
    return REMEMBERED.of(history)


def _remember(setting: Setting, recorded: Recorded[SettingEvent]) -> Setting:
    return remember(setting, recorded.event, recorded.event_id)


REMEMBERED: InOrder[Setting, SettingEvent] = InOrder(NotListed(), _remember, by=as_recorded)


def _periods(setting: Listed) -> SettingChronology:
    return SettingChronology(
        registrations=[_registration(each) for each in setting.registrations],
        capacity=[CapacityPeriod(**_span(each), places=each.places) for each in setting.configured],
        exemptions=[
            ExemptionPeriod(**_span(each), places=each.places) for each in setting.exemptions
        ],
        operators=[
            OperatorPeriod(**_span(each), provider_id=each.provider_id)
            for each in setting.operators
        ],
        restrictions=[
            RestrictionPeriod(**_span(each), by=each.by) for each in setting.restrictions
        ],
        closures=[ClosurePeriod(**_span(each)) for each in setting.closures],
        occupation=_occupation(setting),
        places=setting.places(),
    )


def _registration(entry: RegistrationEntry) -> RegistrationPeriod:
    return RegistrationPeriod(
        **_span(entry),
        kind=entry.kind,
        status=entry.status,
        urn=entry.urn,
        places=entry.places,
        ages=entry.ages,
        terms=entry.terms,
        regulator=entry.regulator,
        undertaking=entry.undertaking,
        categories=entry.categories,
        conditions=entry.conditions,
    )


def _occupation(setting: Listed) -> Sequence[OccupationPeriod]:
    periods = [
        *(_stay(stay) for stay in setting.stays),
        *(_count(block, OccupationKind.BLOCKED) for block in setting.blocks),
        *(_count(others, OccupationKind.OTHER_AUTHORITY) for others in setting.others),
    ]
    return sorted(periods, key=lambda period: period.since)


def _stay(stay: Stay) -> OccupationPeriod:
    return OccupationPeriod(
        **_span(stay),
        placement_id=stay.placement_id,
        kind=OccupationKind(stay.kind.value),
        count=stay.count,
        left=stay.left,
    )


def _count(claim: Claim, kind: OccupationKind) -> OccupationPeriod:
    return OccupationPeriod(**_span(claim), placement_id=None, kind=kind, count=claim.count)


def _span(entry: Dated) -> dict[str, Any]:
    return {
        "since": entry.from_,
        "until": entry.until,
        "source": entry.source,
        "ended_by": entry.ended_by,
    }
