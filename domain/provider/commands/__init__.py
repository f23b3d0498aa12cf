"""What can be asked of a provider's entry."""

from domain.provider.commands.life import (
    ApplyToLot,
    DecideSubcontractor,
    LifeCommand,
    RecordAssurance,
    RecordContacts,
    RecordSubcontractorUse,
    RefuseApplication,
    RemoveProvider,
    RequestSubcontractor,
    StartExit,
)
from domain.provider.commands.lots import (
    AdmitToLot,
    LeaveLot,
    LiftSuspension,
    LotCommand,
    RegisterProvider,
    SuspendProvider,
)

ProviderCommand = LotCommand | LifeCommand

__all__ = [
    "AdmitToLot",
    "ApplyToLot",
    "DecideSubcontractor",
    "LeaveLot",
    "LifeCommand",
    "LiftSuspension",
    "LotCommand",
    "ProviderCommand",
    "RecordAssurance",
    "RecordContacts",
    "RecordSubcontractorUse",
    "RefuseApplication",
    "RegisterProvider",
    "RemoveProvider",
    "RequestSubcontractor",
    "StartExit",
    "SuspendProvider",
]
