"""Where a council's area ends, and who its neighbours are (SI 2010/959, reg. 11)."""

from datetime import date

from pydantic import Field

from domain.shared.envelope import GssCode
from domain.shared.geography import DISTRICT_NOT_KNOWN
from domain.shared.messages import Value
from domain.shared.vocabulary import Locality


class Boundaries(Value):
    """One edition. Districts are the lowest councils, by which homes are located.

    A unitary council is its own one district. `adjoining` are the neighbouring children's
    services authorities and `adjoining_districts` the districts inside them.
    """

    districts: tuple[GssCode, ...] = Field(min_length=1)
    adjoining: tuple[GssCode, ...]
    adjoining_districts: tuple[GssCode, ...]
    centre_postcode: str | None = None
    """The public point that miles are measured from for the council's own target (Q12)."""
    from_: date

    def locality(self, district: GssCode | None) -> Locality:
        """Where a home in this district lies. Miles have no part in it (6-54)."""
        if district is None or district == DISTRICT_NOT_KNOWN:
            return Locality.NOT_KNOWN
        if district in self.districts:
            return Locality.IN_AREA
        if district in self.adjoining_districts:
            return Locality.ADJOINING
        return Locality.AT_A_DISTANCE
