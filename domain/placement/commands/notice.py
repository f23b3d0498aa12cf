"""What can be asked about notice (docs/domain/02, 2.6)."""

from domain.placement.endings import StatutoryReview
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


class ServeNotice(Command):
    """Give the provider the council's notice, under the placement's own contract version.

    `reason` is the contract's code; `options_explored` what was tried first (4-232);
    `manager_approval` the team manager who approved it.
    """

    reason: str
    terms: ContractTerms
    served_at: When
    options_explored: str | None
    manager_approval: Subject | None
    statutory_review: StatutoryReview | None = None
    looked_after: bool
    immediate_risk: bool = False
    written: bool
    by: Subject


class RecordProviderNotice(Command):
    """Record that the provider gave notice, and the end it named (R-16, 6-22)."""

    received_at: When
    reason: str
    end_named: When | None = None
    terms: ContractTerms | None = None
