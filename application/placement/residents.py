"""Who lives in a home on a day, as the register of the home and the placements have it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import placement, setting
from domain.placement.arrangement import Arrangement
from domain.placement.state import Known
from domain.setting.questions import is_lived_in_by_others
from domain.setting.state import Listed, StayKind
from domain.shared.vocabulary import CaseId, SettingId


@dataclass(frozen=True)
class Residents:
    registers: Registers

    def others(
        self, homes: Collection[SettingId], day: date, besides: Collection[CaseId]
    ) -> tuple[SettingId, ...]:
        """In which of these homes a child lives on a day who is none of those named (R-117).

        Children of other authorities count: the register knows how many of them live there.
        """
        return tuple(each for each in sorted(homes) if self._lived_in(each, day, besides))

    def of(self, setting_id: SettingId, day: date) -> Iterator[Arrangement]:
        """The placements by which children of ours live there that day."""
        home = self._listed(setting_id)
        for stay in home.stays if home else ():
            if stay.kind is not StayKind.OCCUPIED or not stay.covers(day):
                continue
            stream = stream_of("placement", stay.placement_id)
            state = self.registers.office.state(placement.decider, stream)
            if isinstance(state, Known):
                yield state.particulars.arrangement

    def _lived_in(self, setting_id: SettingId, day: date, besides: Collection[CaseId]) -> bool:
        home = self._listed(setting_id)
        ours = {each.case_id for each in self.of(setting_id, day)}
        elsewhere = home is not None and is_lived_in_by_others(home, day)
        return elsewhere or not ours.issubset(besides)

    def _listed(self, setting_id: SettingId) -> Listed | None:
        state = self.registers.office.state(setting.decider, stream_of("setting", setting_id))
        return state if isinstance(state, Listed) else None
