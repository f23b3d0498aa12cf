"""What can be read of contracts: which there are, and every version of one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.contract import decider
from domain.contract.events import ContractVersionPublished
from domain.contract.state import terms_in_force
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedContract:
    """A contract, the title of its newest version, and the version in force on the day."""

    contract_id: UUID
    owner: GssCode
    title: str
    versions: int
    in_force: int | None


@dataclass(frozen=True, slots=True)
class ContractVersion:
    terms: ContractTerms
    source: str
    approved_by: Subject


@dataclass(frozen=True, kw_only=True)
class ContractView:
    """Every version, the first one first; `in_force` is the number of the day's."""

    contract_id: UUID
    in_force: int | None
    versions: Sequence[ContractVersion]
    version: int
    position: int


class ContractList(Protocol):
    def listed(self, of: AsOf, *, after: UUID | None, limit: int) -> Sequence[ListedContract]:
        """Contracts of every authority: the councils of one framework share them."""
        ...


@dataclass(frozen=True)
class ContractRecords:
    """One contract's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, contract_id: UUID, of: AsOf) -> ContractView:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("contract", contract_id), position)
        if not history.events:
            raise NotFound
        in_force = terms_in_force(decider.replay(history.facts), of.day)
        published = [e for e in history.facts if isinstance(e, ContractVersionPublished)]
        return ContractView(
            contract_id=contract_id,
            in_force=in_force.version if in_force else None,
            versions=[ContractVersion(e.terms, e.source, e.approved_by) for e in published],
            version=history.version,
            position=position,
        )
