"""What kind of home it is: in codes, dated, and replaced whole by the next description."""

from datetime import time
from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from domain.setting.codes import Code
from domain.setting.dated import Dated
from domain.setting.registration import SupportedCategory
from domain.shared.messages import Value

DAYS_OF_A_WEEK = 7


class Tenure(StrEnum):
    """Who holds the building: seldom who runs the home (1-042, 1-053, 0-008, 0-009)."""

    COUNCIL_OWNED = "council_owned"
    COUNCIL_LEASED = "council_leased"
    """The council's building, let to the provider that runs the home."""
    PROVIDER_OWNED = "provider_owned"
    PROVIDER_LEASED = "provider_leased"
    HOUSING_ASSOCIATION = "housing_association"
    CARERS_OWN = "carers_own"


class ServiceHours(Value):
    """When staff are there, on so many days from Monday on; overnight is on call (4-130)."""

    opens: time
    closes: time
    days: int = Field(default=DAYS_OF_A_WEEK, ge=1, le=DAYS_OF_A_WEEK)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens >= self.closes:
            raise ValueError("service hours end after they begin")
        return self


class Particulars(Value):
    """Everything but the dates. Codes are of the council's own lists (R-31), never sentences.

    `solo` homes are for one child at a time. `confidential` withholds the address from
    whoever does not need it, and from everything published (6-61).
    """

    tenure: Tenure | None = None
    owner: Code | None = None
    category: SupportedCategory | None = None
    solo: bool = False
    kind_of_home: Code | None = None
    programmes: tuple[Code, ...] = ()
    service_hours: ServiceHours | None = None
    confidential: bool = False


class Description(Dated):
    particulars: Particulars
