"""How far a child is placed from home: a derived figure that may stand in plain (R-01)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from application.shared.registers import Registers
from domain.case.avoidance import AreaToAvoid
from domain.shared.envelope import GssCode
from domain.shared.personal import Erased


class Distances(Protocol):
    def tenths(self, home_postcode: str | None, setting_postcode: str | None) -> int | None:
        """Straight-line tenths of a mile; none where either place is not known."""
        ...

    def district(self, postcode: str) -> GssCode | None:
        """The lowest council in which a postcode lies; none where it is not known."""
        ...


@dataclass(frozen=True)
class HomeDistances:
    registers: Registers
    distances: Distances

    def between(self, case_id: UUID, setting_id: UUID) -> int | None:
        """From the child's home to a setting, in tenths of a mile; none if not known (6-59)."""
        return self.to(case_id, self.registers.setting_postcode(setting_id))

    def to(self, case_id: UUID, there: str | Erased | None) -> int | None:
        """The same to a place that no register knows."""
        identity = self.registers.child(case_id).identity
        home = identity.home_postcode if identity else None
        if isinstance(home, Erased) or isinstance(there, Erased):
            return None
        return self.distances.tenths(home, there)

    def district(self, there: str | Erased | None) -> GssCode | None:
        """In whose district a place lies; none where that is not known."""
        return self.distances.district(there) if isinstance(there, str) else None

    def in_area_to_avoid(self, case_id: UUID, setting_id: UUID, day: date) -> bool:
        """Whether a home is known to lie in an area that the child is to be kept away from."""
        return self.risk_of(case_id, setting_id, day) is LocationRisk.AVOID

    def risk_of(self, case_id: UUID, setting_id: UUID, day: date) -> "LocationRisk":
        """What the check of a home against the child's areas to avoid comes to."""
        return self.risk_at(case_id, self.registers.setting_postcode(setting_id), day)

    def risk_at(self, case_id: UUID, there: str | Erased | None, day: date) -> "LocationRisk":
        """The same of a place that no register knows."""
        held = self.registers.child(case_id).avoided
        areas = [period.area for period in held if period.covers(day)]
        return location_risk(self.distances, areas, there)


class LocationRisk(StrEnum):
    """What the check of a home against the areas to avoid came to (4-031)."""

    CLEAR = "clear"
    AVOID = "avoid"
    NOT_KNOWN = "not_known"
    """One of the places is not on the map: a person has to look."""

    WITHHELD = "withheld"
    """Not everybody's areas may be told to who asks: somebody who may read them has to look."""


def location_risk(
    distances: Distances, areas: Iterable[AreaToAvoid], there: str | Erased | None
) -> LocationRisk:
    """The gravest of what every area says; clear where there is no area to avoid."""
    found = {_of_one(distances, area, there) for area in areas}
    for risk in (LocationRisk.AVOID, LocationRisk.NOT_KNOWN):
        if risk in found:
            return risk
    return LocationRisk.CLEAR


def _of_one(distances: Distances, area: AreaToAvoid, there: str | Erased | None) -> LocationRisk:
    if isinstance(area.postcode, Erased) or isinstance(there, Erased):
        return LocationRisk.NOT_KNOWN
    tenths = distances.tenths(area.postcode, there)
    if tenths is None:
        return LocationRisk.NOT_KNOWN
    return LocationRisk.AVOID if tenths <= area.within_tenths else LocationRisk.CLEAR
