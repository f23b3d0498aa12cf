"""The steps a provider may take. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.provider import decisions_of_life
from domain.provider.commands import (
    AdmitToLot,
    LeaveLot,
    LiftSuspension,
    ProviderCommand,
    RegisterProvider,
    SuspendProvider,
)
from domain.provider.commands_of_life import LifeCommand
from domain.provider.events import (
    LotMembershipEnded,
    LotMembershipGranted,
    ProviderEvent,
    ProviderRegistered,
    ProviderSuspended,
    SuspensionLifted,
)
from domain.provider.rules import (
    find_membership,
    require_another_person,
    require_evidence,
    require_not_before,
    require_not_on_lot,
    require_staying,
)
from domain.provider.state import Engaged, Membership, NotKnown, Provider, Suspended
from domain.shared.errors import WrongState


def decide(provider: Provider, command: ProviderCommand) -> Sequence[ProviderEvent]:
    """Turn a command into the events it causes, or refuse it."""
    if isinstance(provider, Engaged | Suspended) and isinstance(command, LifeCommand):
        return decisions_of_life.decide(provider.life, command)
    match provider, command:
        case NotKnown(), RegisterProvider():
            return [ProviderRegistered(**command.model_dump())]
        case Engaged(), AdmitToLot():
            return admit_to_lot(provider, command)
        case ((Engaged() | Suspended()), LeaveLot()):
            return leave_lot(provider, command)
        case Engaged(), SuspendProvider():
            return [ProviderSuspended(**command.model_dump())]
        case Suspended(), SuspendProvider():
            return suspend_further(provider, command)
        case Suspended(), LiftSuspension():
            return lift_suspension(provider, command)
        case _:
            raise WrongState.of(provider, command)


def admit_to_lot(provider: Engaged, command: AdmitToLot) -> Sequence[ProviderEvent]:
    require_staying(provider.life)
    require_evidence(command, provider.life)
    new = Membership(command.contract_id, command.lot, command.from_)
    require_not_on_lot(provider.memberships, new)
    return [
        LotMembershipGranted(
            contract_id=command.contract_id,
            lot=command.lot,
            from_=command.from_,
            evidence=tuple(sorted(command.evidence)),
        )
    ]


def leave_lot(provider: Engaged | Suspended, command: LeaveLot) -> Sequence[ProviderEvent]:
    membership = find_membership(provider.memberships, command.contract_id, command.lot)
    require_not_before(command.on, membership.from_)
    return [LotMembershipEnded(**command.model_dump())]


def suspend_further(provider: Suspended, command: SuspendProvider) -> Sequence[ProviderEvent]:
    require_not_before(command.from_, provider.suspensions[-1].from_)
    return [ProviderSuspended(**command.model_dump())]


def lift_suspension(provider: Suspended, command: LiftSuspension) -> Sequence[ProviderEvent]:
    require_another_person(command.by, provider.suspenders)
    require_not_before(command.on, provider.suspensions[-1].from_)
    return [SuspensionLifted(**command.model_dump())]
