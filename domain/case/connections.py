"""Who and what is around the child: relatives, addresses, schools, numbers.

Recorded so that the child's plan can be made, and so that nothing that leaves the council
holds them unnoticed (docs/domain/05, 5.4). One that has ended is still looked for.
"""

from enum import StrEnum
from typing import Annotated, NewType
from uuid import UUID

from pydantic import StringConstraints

from domain.case.identity import Name, Postcode
from domain.shared.messages import Value
from domain.shared.moments import When
from domain.shared.personal import Sealed

ConnectionId = NewType("ConnectionId", UUID)

Relation = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
"""What it is to the child, as a code: `mother`, `own_home`, `college`, `mobile`."""


class ConnectionKind(StrEnum):
    RELATIVE = "relative"
    ADDRESS = "address"
    SCHOOL = "school"
    NUMBER = "number"


class Connection(Value):
    """One relative, address, school or number of the child, from `since` on.

    `value` is a name; of an address its house and street, without the town. A
    `confidential` address must not be told to anybody it is kept from (6-61).
    """

    connection_id: ConnectionId
    kind: ConnectionKind
    relation: Relation
    value: Sealed[Name]
    postcode: Sealed[Postcode | None] = None
    confidential: bool = False
    since: When
