"""Areas that a child is to be kept away from, for who is there or for what was done there.

Sealed, restricted, and told to nobody outside the council: to know the area can be enough to
find the child, or whoever the child is kept from (docs/domain/05, 5.4; seed row 4-031).
"""

from typing import Annotated, NewType
from uuid import UUID

from pydantic import Field, StringConstraints

from domain.case.identity import Postcode
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.personal import Sealed

AreaId = NewType("AreaId", UUID)

Concern = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""Why, as a code: `adult_who_poses_risk`, `exploitation`, `gang`."""


class AreaToAvoid(Value):
    """A circle on the map: so many tenths of a mile around a postcode, from `since` on."""

    area_id: AreaId
    postcode: Sealed[Postcode]
    within_tenths: int = Field(ge=1, le=1000)
    concern: Concern
    text: Sealed[str]
    since: When
