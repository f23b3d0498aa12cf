"""How far two postcodes are apart, where both are known."""

import pytest

from infrastructure.geography.distances import GazetteerDistances
from infrastructure.geography.gazetteer import Gazetteer

COUNCIL_HOUSE, NOTTINGHAM = "DE1 2FS", "NG2 3NG"


def test_derbys_council_house_is_some_fourteen_miles_from_nottinghams() -> None:
    tenths = GazetteerDistances(Gazetteer()).tenths(COUNCIL_HOUSE, NOTTINGHAM)

    assert tenths is not None
    assert 120 <= tenths <= 150


@pytest.mark.parametrize(
    ("home", "there"),
    [(None, NOTTINGHAM), (COUNCIL_HOUSE, None), (COUNCIL_HOUSE, "ZZ99 9ZZ"), ("?", NOTTINGHAM)],
)
def test_a_place_that_is_not_known_has_no_distance(home: str | None, there: str | None) -> None:
    assert GazetteerDistances(Gazetteer()).tenths(home, there) is None
