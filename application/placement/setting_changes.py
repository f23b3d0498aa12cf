"""A provider moves a child to another of its homes: both homes' nights move in the same stroke."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from application.placement.entries import Said
from application.placement.evidence import Evidence
from application.placement.residents import Residents
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.arrangement import Arrangement
from domain.placement.commands import ApproveSettingChange, RecordSettingChange
from domain.placement.entry import asked_of
from domain.placement.moves_made import home_at
from domain.placement.new_home import NewHome
from domain.placement.schooling import KeyStage4
from domain.placement.state import Begun
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveAskedFor:
    """What the provider asked for, when and who, and what the broker says of it."""

    setting_id: SettingId
    from_: date
    asked_by: str
    asked_on: When
    reason: str
    childs_views: str | None
    iro_informed: bool
    residents_weighed: bool
    key_stage_4: KeyStage4 | None


@dataclass(frozen=True)
class SettingChangeHandlers:
    evidence: Evidence

    def approve(
        self, occasion: Occasion, placement_id: UUID, asked: MoveAskedFor, expecting: int
    ) -> Receipt:
        """Approve the move beforehand: every gate of the new home on the day it is from."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            said = Said(key_stage_4=asked.key_stage_4)
            command = ApproveSettingChange(
                **self._moving(occasion, placement_id, asked.setting_id, asked.from_, said),
                from_=asked.from_,
                asked_by=asked.asked_by,
                asked_on=asked.asked_on,
                reason=asked.reason,
                childs_views=asked.childs_views,
                iro_informed=asked.iro_informed,
                residents_weighed=asked.residents_weighed,
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def record(
        self, occasion: Occasion, placement_id: UUID, setting_id: SettingId, at: When
    ) -> Receipt:
        """Record that the provider moved the child: a fact. Its night is the new home's (R-04)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            moving = self._moving(occasion, placement_id, setting_id, london_day(at), Said())
            command = RecordSettingChange(**moving, at=at)
            lived = self.evidence.office.known(decider, stream, Begun)
            nights = self.evidence.places.revised(lived, command)
            return Act([Ask(stream, decider, command), *nights])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _moving(
        self,
        occasion: Occasion,
        placement_id: UUID,
        setting_id: SettingId,
        day: date,
        said: Said,
    ) -> Mapping[str, Any]:
        """What both ask: the new home, its gates, who lives there and where it lies."""
        where = self._where(placement_id, day)
        registers = self.evidence.registers
        to = self._home(occasion, where, setting_id, day)
        there = where.model_copy(update=dict(to))
        return {
            **asked_of(self.evidence.entries.on(there, day, said)),
            "to": to,
            "same_area": self._district(where) == registers.setting(setting_id).district,
            "lived_in": bool(Residents(registers).others([setting_id], day, [where.case_id])),
            "over_capacity_nights": tuple(
                self.evidence.places.nights_over(there, day, lived_here=True)
            ),
            "by": Subject(occasion.actor.subject),
        }

    def _where(self, placement_id: UUID, day: date) -> Arrangement:
        """Where the child lived that day, which is not where it lives now if it moved since."""
        known = self.evidence.known(placement_id)
        where = known.particulars.arrangement
        if not isinstance(known, Begun):
            return where
        return where.model_copy(update={"setting_id": home_at(known, day)})

    def _district(self, where: Arrangement) -> str | None:
        listed = self.evidence.places.listed(where.setting_id)
        return listed.district if listed else None

    def _home(
        self, occasion: Occasion, where: Arrangement, setting_id: SettingId, day: date
    ) -> NewHome:
        registers = self.evidence.registers
        home, district = registers.home(setting_id, day), registers.setting(setting_id).district
        return NewHome(
            setting_id=setting_id,
            provider_id=home.provider_id,
            provision=home.provision,
            distance_tenths=self.evidence.distances.between(where.case_id, setting_id),
            locality=registers.locality(occasion.actor.authority, district, day),
        )
