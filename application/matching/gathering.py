"""Gathers what is asked of each home: its own history, its provider, where it is.

Read from the streams, cut at the position asked about, so that a search of any moment can
be made again and says what it said then.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from application.matching.candidate import Candidate, Ways
from application.matching.ports import HomesOnRegister, OnRegister
from application.matching.sight import Sight
from application.matching.sought import InLot, Sought
from application.setting.shown_life import is_confidential
from application.shared.distances import Distances, LocationRisk, location_risk
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import authority, contract, provider, setting
from domain.authority.state import Authority, boundaries_on, locality_on
from domain.contract.state import terms_in_force
from domain.provider import Provider
from domain.provider.state import is_member, is_suspended
from domain.setting.events import SettingRegistered
from domain.setting.questions import home_on, is_own_carer_on
from domain.setting.state import Listed
from domain.shared.envelope import GssCode, StreamId
from domain.shared.errors import NotFound
from domain.shared.geography import approval_needed
from domain.shared.personal import Erased
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import ProviderId


@dataclass(frozen=True)
class Register:
    """What the streams said when the log stood at a position; as of now where there is none."""

    streams: Reads
    homes: HomesOnRegister
    distances: Distances
    council: GssCode
    sight: Sight
    position: int
    cut: int | None
    providers: dict[UUID, Provider] = field(default_factory=dict)

    def lot(self, in_lot: InLot | None, day: date) -> LotTerms | None:
        """What the lot is for, by the contract version in force on the day."""
        if in_lot is None:
            return None
        held = contract.decider.replay(self._facts(stream_of("contract", in_lot.contract_id)))
        terms = terms_in_force(held, day)
        lot = terms.lot(in_lot.lot) if terms else None
        if lot is None:
            raise NotFound("The contract has no such lot on that day.")
        return lot

    def candidates(self, sought: Sought) -> Iterator[Candidate]:
        """Every home of the provisions asked for."""
        council = authority.decider.replay(self._facts(StreamId(f"authority-{self.council}")))
        for each in self.homes.known_by(self.council, self.position):
            if not sought.provisions or each.provision in sought.provisions:
                yield self._candidate(each, sought, council)

    def _candidate(self, found: OnRegister, sought: Sought, council: Authority) -> Candidate:
        facts = self._facts(stream_of("setting", found.setting_id))
        listed, entry = setting.decider.replay(facts), facts[0]
        if not isinstance(listed, Listed) or not isinstance(entry, SettingRegistered):
            raise NotFound
        day = sought.arrives
        home = home_on(listed, day)
        runs = self._provider(home.provider_id)
        suspended = runs is not None and is_suspended(runs, day)
        where = locality_on(council, listed.district, day)
        carer = is_own_carer_on(listed, day)
        return Candidate(
            listed=listed,
            home=home.model_copy(update={"provider_suspended": suspended}),
            name=entry.name,
            own=home.provider_id is None,
            on_lot=_on_lot(runs, sought.in_lot, day),
            locality=where,
            approval=approval_needed(where, own_carer=carer),
            ways=self._ways_shown(found.setting_id, sought, entry.postcode, council),
            location_risk=self._risk(sought, entry.postcode),
        )

    def _risk(self, sought: Sought, there: str | Erased) -> LocationRisk:
        """Of those areas that may be told; where some may not, no home is called clear."""
        found = location_risk(self.distances, sought.avoid, there)
        if sought.untold and found is not LocationRisk.AVOID:
            return LocationRisk.WITHHELD
        return found

    def _provider(self, provider_id: ProviderId | None) -> Provider | None:
        if provider_id is None:
            return None
        if provider_id not in self.providers:
            facts = self._facts(stream_of("provider", provider_id))
            self.providers[provider_id] = provider.decider.replay(facts)
        return self.providers[provider_id]

    def _ways_shown(
        self, setting_id: UUID, sought: Sought, there: str | Erased, council: Authority
    ) -> Ways:
        """Ways from where the asker likes would find a confidential address in a few searches."""
        ways = self._ways(sought, there, council)
        if self.sight.confidential_addresses or not self._is_confidential(setting_id, sought):
            return ways
        return replace(ways, from_home=None, near=dict.fromkeys(ways.near), withheld=True)

    def _is_confidential(self, setting_id: UUID, sought: Sought) -> bool:
        # Whatever was known at the position asked about: what is withheld now, is.
        listed = setting.decider.replay(self.streams.read(stream_of("setting", setting_id)).facts)
        return isinstance(listed, Listed) and is_confidential(
            listed, sought.arrives, self.sight.today
        )

    def _ways(self, sought: Sought, there: str | Erased, council: Authority) -> Ways:
        to = None if isinstance(there, Erased) else there
        boundaries = boundaries_on(council, sought.arrives)
        centre = boundaries.centre_postcode if boundaries else None
        return Ways(
            from_home=self.distances.tenths(sought.home_postcode, to),
            from_centre=self.distances.tenths(centre, to),
            near={
                each.kind: self.distances.tenths(each.postcode, to) for each in sought.wishes.near
            },
        )

    def _facts(self, stream: StreamId) -> tuple[Any, ...]:
        return self.streams.read(stream, self.cut).facts


def _on_lot(runs: Provider | None, in_lot: InLot | None, day: date) -> bool | None:
    if in_lot is None:
        return None
    return runs is not None and is_member(runs, in_lot.contract_id, in_lot.lot, day)
