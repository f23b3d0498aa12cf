"""What a concern is about, gathered from what whoever tells of it names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import placement, setting
from domain.concern.vocabulary import Code, ConcernKind, Source
from domain.placement.arrangement import Arrangement
from domain.placement.state import Known, Voided
from domain.provider.state import NotKnown
from domain.setting.questions import operator_on
from domain.setting.state import Listed
from domain.shared.errors import NotFound
from domain.shared.moments import When
from domain.shared.vocabulary import CaseId, PlacementId, ProviderId, SettingId


@dataclass(frozen=True, slots=True, kw_only=True)
class NewConcern:
    """What was told. `told_at` is none for now; `cases` and `placements` name the children."""

    kind: ConcernKind
    categories: tuple[Code, ...]
    source: Source
    cases: tuple[UUID, ...]
    placements: tuple[UUID, ...]
    setting_id: UUID | None
    provider_id: UUID | None
    happened_at: When | None
    aware_at: When | None
    told_at: When | None
    death: bool
    account: str
    subject: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Which children, which of their placements, which home, which organisation."""

    children: tuple[CaseId, ...]
    placements: tuple[PlacementId, ...]
    setting_id: SettingId | None
    provider_id: ProviderId | None


@dataclass(frozen=True)
class Gathering:
    registers: Registers

    def about(self, new: NewConcern, told_by: ProviderId | None) -> About:
        """Of one home where one was named, or where one only is meant.

        A provider tells of its own organisation: of homes and placements of others, `NotFound`.
        A placement that was recorded for the wrong child is about no child: the one that took
        its place is, and until there is one the home alone (R-233).
        """
        named = [self._known(PlacementId(each)) for each in new.placements]
        found = [each.particulars.arrangement for each in named]
        home = self._home(new, found)
        provider_id = told_by or self._provider(new, found, home)
        if told_by is not None:
            self._require_own(told_by, found, home if new.setting_id else None)
        meant = dict(held for each in new.placements for held in self._meant(PlacementId(each)))
        children = (*map(CaseId, new.cases), *(each.case_id for each in meant.values()))
        return About(
            children=tuple(dict.fromkeys(children)),
            placements=tuple(meant),
            setting_id=None if home is None else home.setting_id,
            provider_id=provider_id,
        )

    def _known(self, placement_id: PlacementId) -> Known:
        stream = stream_of("placement", placement_id)
        return self.registers.office.known(placement.decider, stream, Known)

    def _meant(self, placement_id: PlacementId) -> Iterator[tuple[PlacementId, Arrangement]]:
        """The placement itself, or the one that took its place, however often that happened."""
        held = self._known(placement_id)
        if not isinstance(held, Voided):
            yield placement_id, held.particulars.arrangement
        elif held.recorded_anew is not None:
            yield from self._meant(held.recorded_anew)

    def _home(self, new: NewConcern, found: Sequence[Arrangement]) -> Listed | None:
        """Of a home that no register knows nothing more can be said (R-124)."""
        if new.setting_id is not None:
            return self.registers.setting(new.setting_id)
        homes = {each.setting_id for each in found}
        if len(homes) != 1:
            return None
        stream = stream_of("setting", homes.pop())
        state = self.registers.office.state(setting.decider, stream)
        return state if isinstance(state, Listed) else None

    def _provider(
        self, new: NewConcern, found: Sequence[Arrangement], home: Listed | None
    ) -> ProviderId | None:
        if new.provider_id is not None:
            if isinstance(self.registers.provider(new.provider_id), NotKnown):
                raise NotFound
            return ProviderId(new.provider_id)
        return next(self._providers(found, home), None)

    def _providers(self, found: Sequence[Arrangement], home: Listed | None) -> Iterator[ProviderId]:
        yield from (each.provider_id for each in found if each.provider_id is not None)
        if home is not None and (runs := self._runs(home)) is not None:
            yield runs

    def _runs(self, home: Listed) -> ProviderId | None:
        return operator_on(home, self.registers.office.today())

    def _require_own(
        self, provider_id: ProviderId, found: Sequence[Arrangement], home: Listed | None
    ) -> None:
        others = any(each.provider_id != provider_id for each in found)
        if others or (home is not None and self._runs(home) != provider_id):
            raise NotFound
