"""A provider applies, shows what it has, uses sub-contractors, leaves or is removed."""

from datetime import date, time
from typing import ClassVar

from pydantic import Field

from domain.provider.vocabulary import AssuranceKind, ExitParty
from domain.shared.breaches import Breach
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ContractId, Subject


class LotApplicationReceived(Event):
    """It asked to join a lot, which is a fact whatever is then decided."""

    stored_as: ClassVar[str] = "provider.lot_application_received.v1"

    contract_id: ContractId
    lot: str
    by: Subject


class LotApplicationRefused(Event):
    stored_as: ClassVar[str] = "provider.lot_application_refused.v1"

    contract_id: ContractId
    lot: str
    reason: Sealed[str]
    by: Subject


class AssuranceRecorded(Event):
    """Something was seen and holds for a time; no `until` holds until another takes its place.

    `reference` says where it is kept; the document itself, and anybody's certificate, is not here.
    """

    stored_as: ClassVar[str] = "provider.assurance_recorded.v1"

    kind: AssuranceKind
    reference: Sealed[str]
    from_: date
    until: date | None
    by: Subject


class ContactsRecorded(Event):
    """When it is at work, seven days a week, and whom to call when it is not (4-130 to 4-132)."""

    stored_as: ClassVar[str] = "provider.contacts_recorded.v1"

    opens: time
    closes: time
    on_call: Sealed[str]
    emergency_accommodation: Sealed[str | None]
    languages: tuple[str, ...]
    capabilities: tuple[str, ...]
    from_: date


class SubcontractorRequested(Event):
    """`percent` of the service, and what it costs in whole pence a year (4-141)."""

    stored_as: ClassVar[str] = "provider.subcontractor_requested.v1"

    name: str
    percent: int = Field(ge=1, le=100)
    yearly_pence: int = Field(ge=0)
    by: Subject


class SubcontractorDecided(Event):
    """The council agreed in writing, or did not (4-140)."""

    stored_as: ClassVar[str] = "provider.subcontractor_decided.v1"

    name: str
    approved: bool
    by: Subject


class SubcontractorUsed(Event):
    """It worked for the provider from a day on: a fact, with its breach if nobody had agreed."""

    stored_as: ClassVar[str] = "provider.subcontractor_used.v1"

    name: str
    on: When
    breaches: tuple[Breach, ...] = ()

    def effective(self) -> When:
        return self.on


class ProviderExiting(Event):
    """It leaves by a day; every child with it is to be moved or its home taken over (4-251)."""

    stored_as: ClassVar[str] = "provider.exiting.v1"

    party: ExitParty
    last_day: date
    plan: Sealed[str]
    by: Subject


class ProviderRemoved(Event):
    """It was taken off every list by a decision; children with it stay until people move them."""

    stored_as: ClassVar[str] = "provider.removed.v1"

    on: date
    reason: Sealed[str]
    decided_by: Subject
    by: Subject


LifeEvent = (
    LotApplicationReceived
    | LotApplicationRefused
    | AssuranceRecorded
    | ContactsRecorded
    | SubcontractorRequested
    | SubcontractorDecided
    | SubcontractorUsed
    | ProviderExiting
    | ProviderRemoved
)
