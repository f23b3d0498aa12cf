"""The framework that a contract version belongs to: whose it is, until when, by which documents.

What the law does not say and a council may put otherwise is data of the version, and never
code (docs/domain/00, 0.4).
"""

from datetime import date

from pydantic import Field

from domain.shared.envelope import GssCode
from domain.shared.messages import Value


class ContractDocument(Value):
    """A document that is read with this version, by where it is kept (4-005)."""

    kind: str
    title: str
    reference: str


class UsualMonths(Value):
    """How long a placement is usually agreed for; outside it is a warning, no refusal (4-101)."""

    least: int = Field(ge=1)
    most: int = Field(ge=1)


class Framework(Value):
    """`lead_authority` let it, `members` may buy under it; `award_routes` is how they may award.

    `brokers_reduce` is whether brokers authorise variations that cost no more (2.5, A).
    """

    reference: str | None = None
    lead_authority: GssCode | None = None
    members: tuple[GssCode, ...] = ()
    ends_on: date | None = None
    documents: tuple[ContractDocument, ...] = ()
    award_routes: tuple[str, ...] = ()
    usual_months: UsualMonths | None = None
    brokers_reduce: bool = True
