"""A provider is listed, on lots or off them, suspended or not.

Memberships and suspensions may be agreed for a day to come, so these events are effective
when recorded, and the days are their fields.
"""

from datetime import date
from typing import ClassVar

from domain.provider.vocabulary import Evidence, Sector, SuspensionScope
from domain.shared.messages import Event
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ContractId, ProviderId, Subject


class ProviderRegistered(Event):
    """An organisation was listed. Its name is public; its mailbox may name a person."""

    stored_as: ClassVar[str] = "provider.registered.v1"

    provider_id: ProviderId
    name: str
    company_number: str | None
    contact: Sealed[str]
    sector: Sector


class LotMembershipGranted(Event):
    stored_as: ClassVar[str] = "provider.lot_membership_granted.v1"

    contract_id: ContractId
    lot: str
    from_: date
    evidence: tuple[Evidence, ...]


class LotMembershipEnded(Event):
    stored_as: ClassVar[str] = "provider.lot_membership_ended.v1"

    contract_id: ContractId
    lot: str
    on: date


class ProviderSuspended(Event):
    """Nothing new is asked of it; placements go on, each with a review of its risks (6-48)."""

    stored_as: ClassVar[str] = "provider.suspended.v1"

    scope: SuspensionScope
    from_: date
    reason: Sealed[str]
    review_on: date
    by: Subject


class SuspensionLifted(Event):
    stored_as: ClassVar[str] = "provider.suspension_lifted.v1"

    on: date
    evidence: Sealed[str]
    by: Subject


LotEvent = (
    ProviderRegistered
    | LotMembershipGranted
    | LotMembershipEnded
    | ProviderSuspended
    | SuspensionLifted
)
