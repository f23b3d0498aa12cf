from datetime import date

import pytest

from domain.shared.envelope import GssCode
from infrastructure.geography.authorities import authority_of, districts_of, name_of, table

DAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("authority", "districts"),
    [
        ("E06000015", ["E06000015"]),
        ("E10000007", [f"E070000{n}" for n in range(32, 40)]),
        ("E10000024", [f"E07000{n}" for n in range(170, 177)]),
        ("E10000018", [f"E07000{n}" for n in range(129, 136)]),
        ("E10000028", [f"E07000{n}" for n in range(192, 200)]),
        ("E10000019", [f"E07000{n}" for n in range(136, 143)]),
        ("E06000021", ["E06000021"]),
        ("E06000017", ["E06000017"]),
    ],
)
def test_a_councils_area_is_its_districts(authority: str, districts: list[str]) -> None:
    assert districts_of(GssCode(authority), DAY) == set(districts)
    assert {authority_of(GssCode(one), DAY) for one in districts} == {authority}


def test_england_has_153_councils_with_childrens_social_care() -> None:
    today = [row for row in table() if row.holds_on(DAY)]
    assert len({row.authority for row in today}) == 153
    assert len(today) == 296


@pytest.mark.parametrize("day", [date(2009, 4, 1), date(2018, 6, 1), date(2022, 6, 1), DAY])
def test_on_any_day_a_district_is_in_one_councils_area(day: date) -> None:
    districts = [row.district for row in table() if row.holds_on(day)]
    assert len(districts) == len(set(districts))


@pytest.mark.covers("6-58")
def test_a_reorganised_council_is_answered_as_of_the_day_asked_about() -> None:
    corby, northamptonshire = GssCode("E07000150"), GssCode("E10000021")
    north = GssCode("E06000061")
    assert authority_of(corby, date(2021, 3, 31)) == northamptonshire
    assert authority_of(corby, date(2021, 4, 1)) is None
    assert authority_of(north, date(2021, 3, 31)) is None
    assert authority_of(north, date(2021, 4, 1)) == north
    assert len(districts_of(northamptonshire, date(2021, 3, 31))) == 7
    assert districts_of(northamptonshire, DAY) == frozenset()


def test_councils_and_districts_have_names() -> None:
    assert name_of(GssCode("E06000015")) == "Derby"
    assert name_of(GssCode("E10000007")) == "Derbyshire"
    assert name_of(GssCode("E07000034")) == "Chesterfield"
    assert name_of(GssCode("E99999999")) is None
