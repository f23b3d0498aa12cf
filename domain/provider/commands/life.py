"""A provider applies, shows what it has, asks for sub-contractors, leaves or is removed."""

from datetime import date, time

from pydantic import Field

from domain.provider.vocabulary import AssuranceKind, ExitParty
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import ContractId, Subject


class ApplyToLot(Command):
    """Ask to join; `is_open` says whether the lot may be joined today."""

    contract_id: ContractId
    lot: str
    is_open: bool
    by: Subject


class RefuseApplication(Command):
    contract_id: ContractId
    lot: str
    reason: str
    by: Subject


class RecordAssurance(Command):
    kind: AssuranceKind
    reference: str
    from_: date
    until: date | None
    by: Subject


class RecordContacts(Command):
    opens: time
    closes: time
    on_call: str
    emergency_accommodation: str | None
    languages: tuple[str, ...]
    capabilities: tuple[str, ...]
    from_: date


class RequestSubcontractor(Command):
    name: str
    percent: int = Field(ge=1, le=100)
    yearly_pence: int = Field(ge=0)
    by: Subject


class DecideSubcontractor(Command):
    name: str
    approved: bool
    by: Subject


class RecordSubcontractorUse(Command):
    name: str
    on: When


class StartExit(Command):
    party: ExitParty
    last_day: date
    plan: str
    by: Subject


class RemoveProvider(Command):
    """Take it off every list; `decided_by` is who decided, and somebody else records it."""

    on: date
    reason: str
    decided_by: Subject
    by: Subject


LifeCommand = (
    ApplyToLot
    | RefuseApplication
    | RecordAssurance
    | RecordContacts
    | RequestSubcontractor
    | DecideSubcontractor
    | RecordSubcontractorUse
    | StartExit
    | RemoveProvider
)
