"""What a made-up return holds, counted from its histories and not from the figures."""

from collections.abc import Sequence
from dataclasses import dataclass

from interface.demo.council.histories import History
from interface.demo.council.postcodes import TWENTY_MILES, Places, miles
from interface.demo.council.shape import YEAR

SEVERAL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilSummary:
    """Counts at the year's end, but for `started` and `left`, which are of the year."""

    year: int
    open: int
    boys: int
    girls: int
    fostered: int
    fostered_by_agencies: int
    own_provision: int
    private_provision: int
    placed_for_adoption: int
    with_parents: int
    unaccompanied: int
    within_20_miles: int
    three_or_more_placements: int
    started: int
    left: int


def summary_of(histories: Sequence[History], places: Places) -> CouncilSummary:
    here = [each for each in histories if each.left is None]
    homes = [each.last_home for each in here]
    fostered = [home for home in homes if home.place.startswith("U")]
    return CouncilSummary(
        year=YEAR.ends,
        open=len(here),
        boys=sum(each.person.sex == "M" for each in here),
        girls=sum(each.person.sex == "F" for each in here),
        fostered=len(fostered),
        fostered_by_agencies=sum(home.provider in {"PR4", "PR5"} for home in fostered),
        own_provision=sum(home.provider == "PR1" for home in homes),
        private_provision=sum(home.provider == "PR4" for home in homes),
        placed_for_adoption=sum(home.place.startswith("A") for home in homes),
        with_parents=sum(home.place == "P1" for home in homes),
        unaccompanied=sum(each.person.unaccompanied for each in here),
        within_20_miles=sum(_within_20_miles(each, places) for each in here),
        three_or_more_placements=sum(len(each.stays_in_year()) >= SEVERAL for each in here),
        started=sum(each.started_in_year for each in histories),
        left=len(histories) - len(here),
    )


def _within_20_miles(history: History, places: Places) -> bool:
    home = places.by_postcode.get(history.home_postcode)
    placed = places.by_postcode[history.last_home.postcode]
    return home is not None and miles(home, placed) <= TWENTY_MILES
