"""The gazetteer: from a postcode to a place and a district, without asking the network."""

import csv
import gzip
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from domain.shared.envelope import GssCode
from domain.shared.geography import GridPoint
from infrastructure.geography.national import NationalTable
from infrastructure.geography.postcode import PostcodeEntry, compact

SUBSET = Path(__file__).with_name("postcodes.csv.gz")


class Gazetteer:
    """Every postcode where the extra `[geo]` is installed; without it, those of the demo.

    A postcode that is not found is not an error: its distance is then entered by hand.
    """

    def __init__(self, national: NationalTable | None = None) -> None:
        self._national = national

    @classmethod
    def installed(cls) -> "Gazetteer":
        """With as many postcodes as this installation has."""
        return cls(NationalTable.installed())

    def locate(self, postcode: str) -> PostcodeEntry | None:
        """What is known of a postcode, in any case and spacing; none when nothing is."""
        wanted = compact(postcode)
        if wanted is None:
            return None
        return self._national.find(wanted) if self._national else subset().get(wanted)


@cache
def subset() -> Mapping[str, PostcodeEntry]:
    """The postcodes that come with this package, by compact postcode."""
    with gzip.open(SUBSET, "rt", encoding="ascii", newline="") as file:
        return {row["postcode"]: _entry(row) for row in csv.DictReader(file)}


def _entry(row: Mapping[str, str]) -> PostcodeEntry:
    point = GridPoint(easting=int(row["easting"]), northing=int(row["northing"]))
    return PostcodeEntry(point, GssCode(row["district"]))
