"""How a child stands in law, as deadlines outside the child's own record go by it.

Who is visited how often, and by when a plan must be there, hangs on facts of the case: legal
status, reviews, the care plan. They are read where they are kept and copied nowhere.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import When
from domain.shared.vocabulary import LegalStatus, Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalTurn:
    """From this fact on, this was the child's legal status."""

    fact: Recorded[Any]
    legal_status: LegalStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementBegan:
    """The child came to live somewhere, as the last word on the start has it, and left or not."""

    fact: Recorded[Any]
    since: When
    until: When | None
    provision: Provision


class ParentOnRecord(Period):
    """A parent of the child, for as long as the record has it so; by id and not by name."""

    connection_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildInLaw:
    """Facts of one case after corrections, each kind in business order.

    `adult_from` is the 18th birthday; none where the date of birth is not legible any more.
    """

    turns: tuple[LegalTurn, ...] = ()
    reviews: tuple[Recorded[Any], ...] = ()
    parents: tuple[ParentOnRecord, ...] = ()
    adult_from: date | None = None
