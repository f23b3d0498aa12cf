"""Lots joined and left, suspensions set and lifted. `decide` is the table of transitions."""

from collections.abc import Sequence

from domain.provider.commands import (
    AdmitToLot,
    LeaveLot,
    LiftSuspension,
    LotCommand,
    RegisterProvider,
    SuspendProvider,
)
from domain.provider.events import (
    LotEvent,
    LotMembershipEnded,
    LotMembershipGranted,
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


def decide(provider: Provider, command: LotCommand) -> Sequence[LotEvent]:
    """Turn a command into the events it causes, or refuse it."""
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


def admit_to_lot(provider: Engaged, command: AdmitToLot) -> Sequence[LotEvent]:
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


def leave_lot(provider: Engaged | Suspended, command: LeaveLot) -> Sequence[LotEvent]:
    membership = find_membership(provider.memberships, command.contract_id, command.lot)
    require_not_before(command.on, membership.from_)
    return [LotMembershipEnded(**command.model_dump())]


def suspend_further(provider: Suspended, command: SuspendProvider) -> Sequence[LotEvent]:
    require_not_before(command.from_, provider.suspensions[-1].from_)
    return [ProviderSuspended(**command.model_dump())]


def lift_suspension(provider: Suspended, command: LiftSuspension) -> Sequence[LotEvent]:
    require_another_person(command.by, provider.suspenders)
    require_not_before(command.on, provider.suspensions[-1].from_)
    return [SuspensionLifted(**command.model_dump())]
