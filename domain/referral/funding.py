"""A funding request: what is to be paid each week, and by whom."""

from datetime import date

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.money import PriceLine, Share, weekly_total
from domain.shared.vocabulary import Pence


class FundingPlan(Value):
    """The weekly price, line by line, and the shares that cover it to the penny."""

    price: tuple[PriceLine, ...]
    shares: tuple[Share, ...]
    starts_on: date
    planned_weeks: int | None = Field(default=None, ge=1)

    @property
    def weekly(self) -> Pence:
        return weekly_total(self.price)
