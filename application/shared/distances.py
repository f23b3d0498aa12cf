"""How far a child is placed from home: a derived figure that may stand in plain (R-01)."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.shared.registers import Registers
from domain.shared.personal import Erased


class Distances(Protocol):
    def tenths(self, home_postcode: str | None, setting_postcode: str | None) -> int | None:
        """Straight-line tenths of a mile; none where either place is not known."""
        ...


@dataclass(frozen=True)
class HomeDistances:
    registers: Registers
    distances: Distances

    def between(self, case_id: UUID, setting_id: UUID) -> int | None:
        """From the child's home to a setting, in tenths of a mile; none if not known (6-59)."""
        identity = self.registers.child(case_id).identity
        home = identity.home_postcode if identity else None
        there = self.registers.setting_postcode(setting_id)
        if isinstance(home, Erased) or isinstance(there, Erased):
            return None
        return self.distances.tenths(home, there)
