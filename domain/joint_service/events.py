"""What can happen to a service bought together.

Sums are agreed for days to come; an event is effective on the day on which it was agreed or told.
"""

from datetime import date
from typing import ClassVar

from domain.joint_service.agreement import Contributions, NamedFunder, Spend, Yearly
from domain.shared.messages import Event
from domain.shared.money import AgreementStanding, Funder
from domain.shared.personal import Sealed
from domain.shared.vocabulary import JointServiceId, Pence, ProviderId, Subject


class ServiceAgreed(Event):
    """Funders agreed to pay for a service together, from `since` until, and without, `until`.

    `extendable_until` is the furthest day to which it may be extended; none, not at all.
    """

    stored_as: ClassVar[str] = "joint_service.agreed.v1"

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

    def effective(self) -> date:
        return self.on


class ServiceExtended(Event):
    """It runs on until, and without, a later day; who approved it, and on whose agreement."""

    stored_as: ClassVar[str] = "joint_service.extended.v1"

    until: date
    approved_by: Subject
    reference: Sealed[str]
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class ContributionsAgreed(Event):
    """Other sums a year from a day on."""

    stored_as: ClassVar[str] = "joint_service.contributions_agreed.v1"

    contributions: Contributions
    reason: Sealed[str]
    on: date
    by: Subject

    def effective(self) -> date:
        return self.on


class SpendRecorded(Event):
    """What a funder spent in a financial year was told, or estimated."""

    stored_as: ClassVar[str] = "joint_service.spend_recorded.v1"

    spend: Spend
    by: Subject

    def effective(self) -> date:
        return self.spend.on


class SpendCorrected(Event):
    """The figure told for a year was wrong: `spend` stands in place of it, of the same day."""

    stored_as: ClassVar[str] = "joint_service.spend_corrected.v1"

    spend: Spend
    was: Pence
    reason: Sealed[str]
    approved_by: Subject
    by: Subject

    def effective(self) -> date:
        return self.spend.on


class FunderRenamed(Event):
    """A funder is called otherwise from a day on; what it paid before was paid by the same."""

    stored_as: ClassVar[str] = "joint_service.funder_renamed.v1"

    funder: Funder
    name: str
    since: date
    by: Subject

    def effective(self) -> date:
        return self.since


class AgreementNoted(Event):
    """How the funders' formal agreement stands from a day on."""

    stored_as: ClassVar[str] = "joint_service.agreement_noted.v1"

    standing: AgreementStanding
    reference: Sealed[str] | None
    since: date
    by: Subject

    def effective(self) -> date:
        return self.since


JointServiceEvent = (
    ServiceAgreed
    | ServiceExtended
    | ContributionsAgreed
    | SpendRecorded
    | SpendCorrected
    | FunderRenamed
    | AgreementNoted
)
