"""Who pays a night: a variation's own word, else the money of the search as it is that day."""

from datetime import date

import pytest

from application.placement.costs import Price, paying
from domain.referral.funding import FundingPlan
from domain.shared.money import FundingHeading, Share
from domain.shared.vocabulary import Pence
from tests.support.variations import lines, shares

LEFT = date(2026, 6, 1)
ICB = Share(heading=FundingHeading.HEALTH, weekly=30_000, until=LEFT)
OWN = Share(heading=FundingHeading.SOCIAL_CARE, weekly=50_000, lead=True)
INSTEAD = Share(heading=FundingHeading.SOCIAL_CARE, weekly=30_000, since=LEFT, underwrites="health")
PLAN = FundingPlan(price=lines(80_000), shares=(OWN, ICB, INSTEAD), starts_on=date(2026, 3, 2))
AGREED = Price(Pence(80_000), shares(80_000), varied=False)


@pytest.mark.covers("6-73", "R-188")
def test_once_a_funder_has_left_the_council_pays_from_that_night() -> None:
    assert paying(AGREED, PLAN, date(2026, 5, 31)) == [OWN, ICB]
    assert paying(AGREED, PLAN, LEFT) == [OWN, INSTEAD]


def test_money_for_another_price_says_nothing_of_this_one() -> None:
    other = Price(Pence(70_000), shares(70_000), varied=False)
    assert paying(other, PLAN, LEFT) == shares(70_000)
    assert paying(AGREED, None, LEFT) == shares(80_000)
