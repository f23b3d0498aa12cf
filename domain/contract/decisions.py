"""The one step of a contract: its next version."""

from collections.abc import Sequence

from domain.contract.commands import ContractCommand, PublishContractVersion
from domain.contract.events import ContractEvent, ContractVersionPublished
from domain.contract.rules import (
    require_each_lot_once,
    require_each_reason_once,
    require_next,
)
from domain.contract.state import Contract, NotPublished, Published, versions_of
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import WrongState
from domain.shared.said import require_provenance


def decide(contract: Contract, command: ContractCommand) -> Sequence[ContractEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match contract, command:
        case ((NotPublished() | Published()), PublishContractVersion()):
            return publish(contract, command)
        case _:
            raise WrongState.of(contract, command)


def publish(contract: Contract, command: PublishContractVersion) -> Sequence[ContractEvent]:
    approved_by = require_provenance(command.source, command.approved_by)
    require_next(versions_of(contract), command.terms)
    require_each_lot_once(command.terms)
    require_each_reason_once(command.terms)
    require_codes_in_force(command.not_in_force)
    return [
        ContractVersionPublished(
            terms=command.terms, source=command.source, approved_by=approved_by
        )
    ]
