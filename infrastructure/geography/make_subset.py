"""Make `postcodes.csv.gz` again from the national table, the same bytes from the same data.

    python -m infrastructure.geography.make_subset

It needs the optional extra `[geo]`. Of each group of districts every nth postcode is
taken, in alphabetical order, and a few places by name.
"""

import csv
import gzip
import io
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from infrastructure.geography.gazetteer import SUBSET
from infrastructure.geography.national import NationalTable
from infrastructure.geography.postcode import PostcodeEntry

DERBY = "E06000015"
DERBYSHIRE = [f"E070000{n}" for n in range(32, 40)]
NEIGHBOURS = [
    "E06000018", "E06000016", "E06000021", "E08000025",
    *(f"E07000{n}" for n in (*range(129, 136), *range(170, 177), *range(192, 200))),
]  # fmt: skip
"""Nottingham, Leicester, Stoke-on-Trent, Birmingham; Leicestershire, Nottinghamshire,
Staffordshire."""

OF_DERBY, OF_A_DERBYSHIRE_DISTRICT, OF_A_NEIGHBOUR, OF_ANY_OTHER = 1200, 112, 20, 1
PLACES = frozenset({"DE12FS", "NG15DT", "NG15FS", "NG23NG", "S401LP", "S401SN", "DE43AH"})
"""Council houses, town halls and city centres that examples name."""

DERBY_SECTORS_IN_USE: Mapping[str, str] = {
    "DE1": "123", "DE2": "", "DE3": "09", "DE4": "2345", "DE5": "389", "DE6": "12345",
    "DE7": "045689", "DE99": "",
}  # fmt: skip
"""Of the outward codes that were divided in the 1990s, which inward digits remain."""

Found = tuple[str, PostcodeEntry]


def main() -> None:
    """Write the subset beside this file."""
    national = NationalTable.installed()
    if national is None:
        raise SystemExit("Install the extra [geo] first.")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["postcode", "easting", "northing", "district"])
    for postcode, entry in sorted(choose(national), key=lambda found: found[0]):
        if entry.point:
            writer.writerow([postcode, entry.point.easting, entry.point.northing, entry.district])
    SUBSET.write_bytes(gzip.compress(text.getvalue().encode("ascii"), 9, mtime=0))


def choose(national: NationalTable) -> Iterator[Found]:
    """Many in Derby, fewer around it, one in every other district of Great Britain."""
    by_district: dict[str, list[Found]] = defaultdict(list)
    for postcode, entry in national.everything():
        if entry.point and entry.district and is_in_use(postcode):
            by_district[entry.district].append((postcode, entry))
    for district, found in sorted(by_district.items()):
        evenly = every_nth(found, how_many(district))
        yield from evenly
        yield from (each for each in found if each[0] in PLACES and each not in evenly)


def how_many(district: str) -> int:
    if district == DERBY:
        return OF_DERBY
    if district in DERBYSHIRE:
        return OF_A_DERBYSHIRE_DISTRICT
    return OF_A_NEIGHBOUR if district in NEIGHBOURS else OF_ANY_OTHER


def every_nth(found: Sequence[Found], count: int) -> list[Found]:
    """`count` of them, evenly spread from the middle of the first stretch."""
    count = min(count, len(found))
    return [found[(2 * n + 1) * len(found) // (2 * count)] for n in range(count)]


def is_in_use(postcode: str) -> bool:
    """Whether its outward code still has this sector, as far as we know around Derby."""
    outward, inward = postcode[:-3], postcode[-3:]
    return inward[0] in DERBY_SECTORS_IN_USE.get(outward, inward[0])


if __name__ == "__main__":
    main()
