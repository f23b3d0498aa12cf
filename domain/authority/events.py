"""What can happen to an authority.

Editions and limits may be agreed for a day to come, so these events are effective when
recorded, and the days are their fields.
"""

from datetime import date
from typing import ClassVar

from domain.authority.boundaries import Boundaries
from domain.shared.envelope import GssCode
from domain.shared.messages import Event
from domain.shared.money import Amount
from domain.shared.vocabulary import Provision, Subject


class AuthorityEstablished(Event):
    stored_as: ClassVar[str] = "authority.established.v1"

    gss: GssCode
    name: str
    boundaries: Boundaries
    source: str
    approved_by: Subject


class BoundariesChanged(Event):
    stored_as: ClassVar[str] = "authority.boundaries_changed.v1"

    boundaries: Boundaries
    source: str
    approved_by: Subject


class FundingLimitSet(Event):
    """A role may authorise weekly prices up to this many pence; none means without limit."""

    stored_as: ClassVar[str] = "authority.funding_limit_set.v1"

    role: str
    provision: Provision | None
    limit: Amount | None
    from_: date
    source: str


class OfficerListed(Event):
    """Who acts for the council, by the name they sign in with, in these roles from a day on.

    Without roles they act for it no more. `approved_by` was not asked at first (R-165).
    """

    stored_as: ClassVar[str] = "authority.officer_listed.v1"

    officer: Subject
    roles: tuple[str, ...]
    from_: date
    source: str
    by: Subject
    approved_by: Subject | None = None


AuthorityEvent = AuthorityEstablished | BoundariesChanged | FundingLimitSet | OfficerListed
