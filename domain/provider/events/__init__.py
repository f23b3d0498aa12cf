"""What can happen to a provider."""

from domain.provider.events.life import (
    AssuranceRecorded,
    ContactsRecorded,
    LifeEvent,
    LotApplicationReceived,
    LotApplicationRefused,
    ProviderExiting,
    ProviderRemoved,
    SubcontractorDecided,
    SubcontractorRequested,
    SubcontractorUsed,
)
from domain.provider.events.lots import (
    LotEvent,
    LotMembershipEnded,
    LotMembershipGranted,
    ProviderRegistered,
    ProviderSuspended,
    SuspensionLifted,
)

ProviderEvent = LotEvent | LifeEvent

__all__ = [
    "AssuranceRecorded",
    "ContactsRecorded",
    "LifeEvent",
    "LotApplicationReceived",
    "LotApplicationRefused",
    "LotEvent",
    "LotMembershipEnded",
    "LotMembershipGranted",
    "ProviderEvent",
    "ProviderExiting",
    "ProviderRegistered",
    "ProviderRemoved",
    "ProviderSuspended",
    "SubcontractorDecided",
    "SubcontractorRequested",
    "SubcontractorUsed",
    "SuspensionLifted",
]
