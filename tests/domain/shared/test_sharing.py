"""A price is shared out among funders to the penny, however the shares are worded."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.shared.money import (
    BASIS_POINTS,
    FundingHeading,
    FundingSplitUnbalanced,
    PriceKind,
    PriceLine,
    Share,
    require_balanced,
)
from domain.shared.sharing import FunderLine, share_out
from domain.shared.vocabulary import Pence
from tests.support.shares import wrong_days

CARE, HEALTH = FundingHeading.SOCIAL_CARE, FundingHeading.HEALTH
EDUCATION = FundingHeading.EDUCATION


def priced(accommodation: int, therapy: int = 0) -> tuple[PriceLine, ...]:
    lines = (
        PriceLine(kind=PriceKind.ACCOMMODATION, weekly=Pence(accommodation)),
        PriceLine(kind=PriceKind.THERAPY, weekly=Pence(therapy)),
    )
    return tuple(line for line in lines if line.weekly)


def part(heading: FundingHeading, basis_points: int, *, lead: bool = False) -> FunderLine:
    return FunderLine(heading=heading, basis_points=basis_points, lead=lead)


def pence(shares: tuple[Share, ...]) -> list[int]:
    return [share.weekly for share in shares]


@pytest.mark.covers("R-11", "6-72")
def test_shares_are_floored_and_the_lead_bears_the_rest() -> None:
    thirds = [part(CARE, 3333, lead=True), part(HEALTH, 3333), part(EDUCATION, 3334)]

    shares = share_out(priced(100_001), thirds)

    assert pence(shares) == [33_331, 33_330, 33_340]


@pytest.mark.covers("R-78")
def test_a_part_is_of_what_items_and_pence_leave() -> None:
    lines = [
        FunderLine(heading=HEALTH, item=PriceKind.THERAPY),
        FunderLine(heading=FundingHeading.HOUSING_BENEFIT, weekly=Pence(10_000)),
        part(CARE, 7500, lead=True),
        part(EDUCATION, 2500),
    ]

    assert pence(share_out(priced(90_000, 30_000), lines)) == [30_000, 10_000, 60_000, 20_000]


def test_a_share_is_worded_in_one_way_and_the_parts_come_to_the_whole() -> None:
    twice = FunderLine(heading=CARE, lead=True, weekly=Pence(1), basis_points=BASIS_POINTS)
    short = [part(CARE, 5000, lead=True), part(HEALTH, 4999)]
    too_much = [
        FunderLine(heading=HEALTH, weekly=Pence(2)),
        part(CARE, BASIS_POINTS, lead=True),
    ]

    for lines in ([twice], [FunderLine(heading=CARE, lead=True)], short, too_much):
        with pytest.raises(FundingSplitUnbalanced):
            share_out(priced(1), lines)


def test_parts_have_one_lead() -> None:
    for leads in ((False, False), (True, True)):
        lines = [part(CARE, 5000, lead=leads[0]), part(HEALTH, 5000, lead=leads[1])]
        with pytest.raises(FundingSplitUnbalanced):
            share_out(priced(1), lines)


def test_shares_that_change_on_a_day_are_shared_out_before_and_after_it() -> None:
    june = date(2026, 6, 1)
    lines = [
        part(CARE, BASIS_POINTS, lead=True),
        FunderLine(heading=HEALTH, weekly=Pence(400), since=june),
    ]

    shares = share_out(priced(1000), lines, since=date(2026, 3, 9))

    assert [(s.heading, s.weekly, s.since, s.until) for s in shares] == [
        (CARE, 1000, date(2026, 3, 9), june),
        (CARE, 600, june, None),
        (HEALTH, 400, june, None),
    ]


def test_a_day_that_nobody_pays_for_is_not_balanced() -> None:
    june = date(2026, 6, 1)
    whole = Share(heading=CARE, weekly=Pence(1000), lead=True)
    late = whole.model_copy(update={"since": june})
    early = whole.model_copy(update={"until": june})

    require_balanced(Pence(1000), [whole], date(2026, 3, 9))
    require_balanced(Pence(1000), [early, late], date(2026, 3, 9))
    require_balanced(Pence(1000), [late], june)
    for shares in ([late], [early]):
        with pytest.raises(FundingSplitUnbalanced):
            require_balanced(Pence(1000), shares, date(2026, 3, 9))
    require_balanced(Pence(1000), [early], date(2026, 3, 9), june)


days = st.dates(date(2026, 3, 1), date(2026, 9, 1))


@given(
    total=st.integers(0, 10_000_000),
    cuts=st.lists(st.integers(0, BASIS_POINTS), min_size=1, max_size=5),
    since=days,
    changes=st.lists(days, max_size=2),
)
def test_however_a_price_is_cut_the_shares_add_up_on_every_day(
    total: int, cuts: list[int], since: date, changes: list[date]
) -> None:
    edges = [0, *sorted(cuts), BASIS_POINTS]
    parts = [after - before for before, after in pairwise(edges)]
    headings = list(FundingHeading)
    stretches = [None, *sorted(changes), None]
    lines = [
        FunderLine(
            heading=headings[place],
            basis_points=each,
            lead=place == 0,
            since=begins,
            until=ends,
        )
        for begins, ends in pairwise(stretches)
        if begins is None or begins != ends
        for place, each in enumerate(parts)
    ]

    shares = share_out(priced(total), lines, since)

    assert wrong_days(total, shares, since) == []
