"""`application.shared.distances.Distances`, on the gazetteer."""

from dataclasses import dataclass

from domain.shared.envelope import GssCode
from domain.shared.geography import GridPoint, distance_tenths
from infrastructure.geography.gazetteer import Gazetteer


@dataclass(frozen=True)
class GazetteerDistances:
    gazetteer: Gazetteer

    def tenths(self, home_postcode: str | None, setting_postcode: str | None) -> int | None:
        """Straight-line tenths of a mile; none where either place is not known (P-11)."""
        here, there = self._point(home_postcode), self._point(setting_postcode)
        return distance_tenths(here, there) if here and there else None

    def district(self, postcode: str) -> GssCode | None:
        entry = self.gazetteer.locate(postcode)
        return entry.district if entry else None

    def _point(self, postcode: str | None) -> GridPoint | None:
        entry = self.gazetteer.locate(postcode) if postcode else None
        return entry.point if entry else None
