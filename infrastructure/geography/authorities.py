"""Which council has children's social care in a district, and which districts a council has.

Both are asked about a day, since councils are reorganised (6-58). Which councils adjoin is
not here: it is a dated fact of the authority itself.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from domain.shared.envelope import GssCode

TABLE = Path(__file__).with_name("authorities.csv")


@dataclass(frozen=True, slots=True)
class DistrictOfAuthority:
    """A district, the council that had children's social care in it, and the days it did."""

    authority: GssCode
    authority_name: str
    district: GssCode
    district_name: str
    first_day: date
    last_day: date

    def holds_on(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day


def districts_of(authority: GssCode, on: date) -> frozenset[GssCode]:
    """The districts in a council's area on a day. A unitary council is its own district."""
    return frozenset(
        row.district for row in table() if row.authority == authority and row.holds_on(on)
    )


def authority_of(district: GssCode, on: date) -> GssCode | None:
    """The council with children's social care in an English district; none if it was none then."""
    found = (row.authority for row in table() if row.district == district and row.holds_on(on))
    return next(found, None)


def name_of(council: GssCode) -> str | None:
    """The name of a council or district, past or present."""
    names = {row.authority: row.authority_name for row in table()}
    return {row.district: row.district_name for row in table()}.get(council, names.get(council))


@cache
def table() -> Sequence[DistrictOfAuthority]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            DistrictOfAuthority(
                authority=GssCode(row["authority"]),
                authority_name=row["authority_name"],
                district=GssCode(row["district"]),
                district_name=row["district_name"],
                first_day=date.fromisoformat(row["valid_from"]),
                last_day=date.fromisoformat(row["valid_to"]) if row["valid_to"] else date.max,
            )
            for row in csv.DictReader(file)
        ]
