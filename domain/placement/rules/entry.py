"""Whether a child may come to live in a home at all: what no word and no money opens."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from domain.placement.entry import Entry
from domain.shared.admission import (
    SettingNotRegistered,
    admission_gates,
    lot_gates,
    require_away_from_risk,
)
from domain.shared.approval import household_gates
from domain.shared.breaches import Gate
from domain.shared.specialist import specialist_gates


def gates_of(entry: Entry, day: date, planned_end: date | None) -> Sequence[Gate]:
    """Every gate between this child and this home on this day, the gravest first."""
    gates: list[Gate] = []
    if entry.home is not None:
        gates += admission_gates(entry.home, entry.born_on, day, entry.category)
        gates += household_gates(entry.home.approval, entry.newcomer)
    gates += specialist_gates(entry.admission)
    gates += lot_gates(entry.lot, entry.home, entry.born_on, planned_end)
    gates.append(partial(require_away_from_risk, in_area_to_avoid=entry.in_area_to_avoid))
    return gates


def require_on_register(entry: Entry) -> None:
    """Refuse to agree on a home that no register knows; that a child is there is a fact (R-124)."""
    if entry.home is None:
        raise SettingNotRegistered("No register knows this home.")
