"""A provider is listed, joins and leaves lots, is suspended and taken up again."""

from datetime import date

from domain.provider.vocabulary import Evidence, Sector, SuspensionScope
from domain.shared.messages import Command
from domain.shared.vocabulary import ContractId, ProviderId, Subject


class RegisterProvider(Command):
    """List an organisation. `contact` is the mailbox that invitations go to."""

    provider_id: ProviderId
    name: str
    company_number: str | None
    contact: str
    sector: Sector


class AdmitToLot(Command):
    """Make it a member of a lot from a day on, everything needed having been seen.

    Registration is needed but where the lot buys no accommodation (R-13).
    """

    contract_id: ContractId
    lot: str
    from_: date
    evidence: frozenset[Evidence]
    registration_needed: bool = True


class LeaveLot(Command):
    contract_id: ContractId
    lot: str
    on: date


class SuspendProvider(Command):
    """Ask it for nothing new from a day on; asked again, it takes the place of the first."""

    scope: SuspensionScope
    from_: date
    reason: str
    review_on: date
    by: Subject


class LiftSuspension(Command):
    on: date
    evidence: str
    by: Subject


LotCommand = RegisterProvider | AdmitToLot | LeaveLot | SuspendProvider | LiftSuspension
