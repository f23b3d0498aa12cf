"""What can be asked of a service bought together."""

from datetime import date

from domain.joint_service.agreement import Contributions, NamedFunder, Yearly
from domain.joint_service.years import FinancialYear
from domain.shared.messages import Command
from domain.shared.money import AgreementStanding, Funder
from domain.shared.vocabulary import JointServiceId, ProviderId, Subject


class AgreeService(Command):
    """Put on record what funders agreed to pay for together.

    `until` is the day after the last, `extendable_until` the furthest that it may ever be.
    `told_total` is what they say that all of it comes to, in pence: it is shown beside what the
    contributions come to (3-029).
    """

    joint_service_id: JointServiceId
    title: str
    provider_id: ProviderId | None
    since: date
    until: date
    funders: tuple[NamedFunder, ...]
    contributions: Contributions
    told_total: Yearly | None
    standing: AgreementStanding
    on: date
    by: Subject
    extendable_until: date | None = None


class ExtendService(Command):
    """Let it run on; `reference` says where the approval is kept (3-005, 3-006)."""

    until: date
    approved_by: Subject
    reference: str
    on: date
    by: Subject


class AgreeContributions(Command):
    """Agree other sums a year from a day on. Those before it stay what they were."""

    contributions: Contributions
    reason: str
    on: date
    by: Subject


class RecordSpend(Command):
    """Record what a funder spent in a financial year, or expects to have spent."""

    funder: Funder
    year: FinancialYear
    pence: Yearly
    estimated: bool
    on: date
    by: Subject


class CorrectSpend(Command):
    """Say what the figure told for a year really was; somebody else approves."""

    funder: Funder
    year: FinancialYear
    pence: Yearly
    reason: str
    approved_by: Subject
    by: Subject


class RenameFunder(Command):
    """Record that a funder is called otherwise from a day on. Its code stays (3-019)."""

    funder: Funder
    name: str
    since: date
    by: Subject


class NoteAgreement(Command):
    """Record how the funders' formal agreement stands from a day on (3-007, 3-032)."""

    standing: AgreementStanding
    reference: str | None
    since: date
    by: Subject


JointServiceCommand = (
    AgreeService
    | ExtendService
    | AgreeContributions
    | RecordSpend
    | CorrectSpend
    | RenameFunder
    | NoteAgreement
)
