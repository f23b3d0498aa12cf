"""One way to ask for room: remember the event, then see whether its nights still fit.

A decision is refused where they do not; a fact carries the breach (docs/domain/02, 2.0).
"""

from datetime import date
from functools import partial
from typing import TypeVar

from domain.setting.events.life import HomeClosed, LifeEvent
from domain.setting.events.places import (
    ArrivalCorrected,
    DepartureCorrected,
    OtherAuthorityOccupancyRecorded,
    PlaceOccupied,
    PlacesEvent,
    PlaceVacated,
)
from domain.setting.events.register import CapacityChanged, RegisterEvent, RegistrationRecorded
from domain.setting.rules import require_room
from domain.setting.state import Listed, remember_listed
from domain.shared.breaches import broken

Fact = TypeVar(
    "Fact",
    ArrivalCorrected,
    CapacityChanged,
    DepartureCorrected,
    HomeClosed,
    OtherAuthorityOccupancyRecorded,
    PlaceOccupied,
    PlaceVacated,
    RegistrationRecorded,
)


def require_fit(
    setting: Listed,
    event: PlacesEvent | RegisterEvent | LifeEvent,
    first: date,
    before: date | None,
) -> None:
    """Refuse an event after which these nights would hold more children than places."""
    require_room(remember_listed(setting, event).places(), first, before)


def with_breaches(setting: Listed, fact: Fact, first: date, before: date | None) -> Fact:
    """The fact, with OVER_CAPACITY among its breaches where its nights do not fit."""
    breaches = broken([partial(require_fit, setting, fact, first, before)])
    return fact.model_copy(update={"breaches": breaches})
