import gzip
import json
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from domain.shared.envelope import GssCode
from domain.shared.geography import GridPoint, distance_tenths, locality
from domain.shared.vocabulary import Locality
from infrastructure.geography.authorities import authority_of, districts_of
from infrastructure.geography.gazetteer import Gazetteer, subset
from infrastructure.geography.national import NationalTable
from infrastructure.geography.postcode import PostcodeEntry

DAY = date(2026, 3, 2)
DERBY, DERBYSHIRE = GssCode("E06000015"), GssCode("E10000007")
COUNCIL_HOUSE, NOTTINGHAM, CHESTERFIELD = "DE1 2FS", "NG1 5DT", "S40 1LP"
GAZETTEER = Gazetteer()
TWENTY_MILES = 200


def found(postcode: str) -> tuple[GridPoint, GssCode]:
    entry = GAZETTEER.locate(postcode)
    assert entry
    assert entry.point
    assert entry.district
    return entry.point, entry.district


def miles_and_locality(postcode: str) -> tuple[int, Locality]:
    """Seen from Derby's council house, with Derbyshire as its only adjoining authority."""
    (centre, _), (point, district) = found(COUNCIL_HOUSE), found(postcode)
    area, adjoining = districts_of(DERBY, DAY), districts_of(DERBYSHIRE, DAY)
    return distance_tenths(centre, point), locality(district, area, adjoining)


@pytest.mark.covers("6-54")
def test_nottingham_is_near_and_at_a_distance() -> None:
    miles, where = miles_and_locality(NOTTINGHAM)
    assert miles == 132 <= TWENTY_MILES
    assert where is Locality.AT_A_DISTANCE


@pytest.mark.covers("6-55")
def test_chesterfield_adjoins_and_is_past_twenty_miles() -> None:
    miles, where = miles_and_locality(CHESTERFIELD)
    assert miles == 217 > TWENTY_MILES
    assert where is Locality.ADJOINING


def test_derby_is_in_its_own_area() -> None:
    assert miles_and_locality("DE1 2FS") == (0, Locality.IN_AREA)


@pytest.mark.parametrize("typed", ["DE1 2FS", "de12fs", "  De1  2fS "])
def test_a_postcode_is_found_however_it_is_typed(typed: str) -> None:
    assert GAZETTEER.locate(typed) == PostcodeEntry(
        GridPoint(easting=435461, northing=336327), DERBY
    )


@pytest.mark.parametrize("unknown", ["", "DE1", "ZZ9 9ZZ", "1 Street", "É1 1AA", "DE1 2FSX"])
def test_what_is_not_known_is_not_an_error(unknown: str) -> None:
    assert GAZETTEER.locate(unknown) is None


def test_the_demos_postcodes_lie_thick_in_derby_and_thin_all_over_great_britain() -> None:
    count = Counter(entry.district for entry in subset().values())
    assert count[DERBY] >= 1200
    assert all(count[district] >= 112 for district in districts_of(DERBYSHIRE, DAY))
    for neighbour in ("E10000024", "E10000018", "E10000028"):
        assert all(count[one] >= 20 for one in districts_of(GssCode(neighbour), DAY))
    for region in ("E08000021", "E08000003", "E08000035", "E08000025", "E09000007", "E06000023"):
        assert count[GssCode(region)], "north-east, north-west, Yorkshire, midlands, London, west"
    assert count[GssCode("E07000148")]
    assert count[GssCode("E06000043")], "the east and the south-east"
    assert 2500 <= count.total() <= 3500


def test_every_english_postcode_of_the_demo_is_in_some_councils_area() -> None:
    districts = {entry.district for entry in subset().values() if entry.district}
    english = {district for district in districts if district.startswith("E")}
    assert {district for district in english if authority_of(district, DAY) is None} == set()


def test_derbys_postcodes_lie_within_eight_miles_of_its_centre() -> None:
    centre, _ = found(COUNCIL_HOUSE)
    for postcode, entry in subset().items():
        if entry.district == DERBY and entry.point:
            assert distance_tenths(centre, entry.point) < 80, postcode


def a_national_table(folder: Path, monkeypatch: pytest.MonkeyPatch) -> NationalTable:
    """A table of the package's shape, in formats that need no extra."""
    nan = float("nan")
    data = {
        "pcd": ["BT1 5GS", "BD1 1AA", "BN1 1AA", "B1  1AA", "BX1 1LT"],
        "laua": ["N09000003", "E08000032", nan, "E08000025", "E09000001"],
        "oseast1m": [333832.0, 416400.0, 531000.0, 406600.0, nan],
        "osnrth1m": [374014.0, 433000.0, 104000.0, 286700.0, nan],
    }
    path = folder / "postcodes_B.msgpack.br"
    path.write_bytes(gzip.compress(json.dumps({"data": data}).encode()))
    monkeypatch.setitem(sys.modules, "brotli", SimpleNamespace(decompress=gzip.decompress))
    monkeypatch.setitem(sys.modules, "msgpack", SimpleNamespace(unpackb=json.loads))
    return NationalTable(folder)


def test_with_the_national_table_every_letter_is_read_when_first_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gazetteer = Gazetteer(a_national_table(tmp_path, monkeypatch))
    bradford = PostcodeEntry(GridPoint(easting=416400, northing=433000), GssCode("E08000032"))
    assert gazetteer.locate("BD1 1AA") == bradford
    (tmp_path / "postcodes_B.msgpack.br").unlink()
    birmingham = PostcodeEntry(GridPoint(easting=406600, northing=286700), GssCode("E08000025"))
    assert gazetteer.locate("b1 1aa") == birmingham
    assert gazetteer.locate("B1 1AB") is None
    assert gazetteer.locate("DE1 2FS") is None


def test_what_the_national_table_lacks_is_not_made_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = a_national_table(tmp_path, monkeypatch)
    assert dict(table.everything()).keys() == {"BT15GS", "BD11AA", "BN11AA", "B11AA", "BX11LT"}
    assert table.find("BN11AA") == PostcodeEntry(None, None)
    assert table.find("BX11LT") == PostcodeEntry(None, GssCode("E09000001"))


def test_belfast_is_on_another_grid_and_has_no_point_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = a_national_table(tmp_path, monkeypatch)
    assert table.find("BT15GS") == PostcodeEntry(None, GssCode("N09000003"))


def test_this_installation_finds_derby_with_the_extra_or_without() -> None:
    assert Gazetteer.installed().locate("DE1 2FS") == GAZETTEER.locate("DE1 2FS")
