"""What can be read of providers: a list by lot, and one from its own history."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.provider.shown import Contacts, ShownAssurance, assurances_on, contacts_on
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.provider import decider
from domain.provider.chronology import MembershipPeriod, SuspensionPeriod, chronology
from domain.provider.events import ProviderRegistered
from domain.provider.life import Life
from domain.provider.state import NotKnown, stage_on, suspension_on
from domain.provider.vocabulary import Sector, Stage, SuspensionScope
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.personal import Erased
from domain.shared.vocabulary import ContractId


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """Whose providers, on which lot if on one; beginning after which provider."""

    authority: GssCode
    contract_id: ContractId | None = None
    lot: str | None = None
    after: UUID | None = None
    limit: int


@dataclass(frozen=True, slots=True)
class Lot:
    contract_id: UUID
    lot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedProvider:
    """A line of the list, with the lots it is on and whether it is suspended that day."""

    provider_id: UUID
    name: str
    sector: Sector
    suspended: SuspensionScope | None
    lots: Sequence[Lot]


@dataclass(frozen=True, kw_only=True)
class ProviderView:
    """One organisation; `suspended` is how far it is suspended on the day."""

    provider_id: UUID
    name: str
    company_number: str | None
    contact: str | Erased
    sector: Sector
    suspended: SuspensionScope | None
    stage: Stage | None
    contacts: Contacts | None
    assurances: Sequence[ShownAssurance]
    subcontractors: Mapping[str, bool | None]
    memberships: Sequence[MembershipPeriod]
    suspensions: Sequence[SuspensionPeriod]
    version: int
    position: int


class ProviderList(Protocol):
    def listed(self, which: Which, of: AsOf) -> Sequence[ListedProvider]:
        """Providers known by the position of the question, as they stood on its day."""
        ...


@dataclass(frozen=True)
class ProviderRecords:
    """One provider's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, provider_id: UUID, of: AsOf) -> ProviderView:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("provider", provider_id), position)
        entry = next((e for e in history.facts if isinstance(e, ProviderRegistered)), None)
        if entry is None:
            raise NotFound
        held, held_now = chronology(history.events), decider.replay(history.facts)
        return ProviderView(
            provider_id=entry.provider_id,
            name=entry.name,
            company_number=entry.company_number,
            contact=entry.contact,
            sector=entry.sector,
            suspended=suspension_on(held_now, of.day),
            stage=stage_on(held_now, of.day),
            contacts=contacts_on(history.facts, of.day),
            assurances=assurances_on(history.facts, of.day),
            subcontractors={} if isinstance(held_now, NotKnown) else _subcontractors(held_now.life),
            memberships=held.memberships,
            suspensions=held.suspensions,
            version=history.version,
            position=position,
        )


def _subcontractors(life: Life) -> Mapping[str, bool | None]:
    return {name: each.approved for name, each in sorted(life.subcontractors.items())}
