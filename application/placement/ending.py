"""The end as it happened; the home's place is free from that night on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import EndImmediately, RecordEnd
from domain.placement.endings import (
    ImmediateGround,
    Instigator,
    PlanEvidence,
    PlannedOverride,
)
from domain.placement.state import Begun, Known
from domain.shared.admission import SUFFICES
from domain.shared.moments import When, london_day
from domain.shared.vocabulary import SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """When and why the child left, on whose initiative, and what had said so beforehand."""

    at: When
    reason: str
    national_reason: str | None
    instigator: Instigator
    destination: str | None
    plan: PlanEvidence | None
    override: PlannedOverride | None
    immediate_risk: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """Why a placement is ended at once, and what was arranged for the child by then."""

    at: When
    ground: ImmediateGround
    reason: str
    national_reason: str | None
    destination: str | None
    accommodation: str | None
    iro_informed: bool


@dataclass(frozen=True)
class EndHandlers:
    evidence: Evidence

    def record(self, occasion: Occasion, placement_id: UUID, ending: Ending) -> Receipt:
        """Record that the child left. A fact; the night of that day is free (R-04)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            known = self.evidence.known(placement_id)
            command = self.command(known, ending)
            left = self._nights(known, command)
            return Act([Ask(stream, decider, command), *left])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def command(self, known: Known, ending: Ending, *, by_officer: bool = False) -> RecordEnd:
        """The end with what the child's record says of that day."""
        case_id, day = known.particulars.arrangement.case_id, london_day(ending.at)
        review = self.evidence.statutory_review(known, held_by=day, planned_from=day)
        return RecordEnd(
            at=ending.at,
            reason=ending.reason,
            national_reason=ending.national_reason,
            instigator=ending.instigator,
            destination=ending.destination,
            plan=ending.plan,
            override=ending.override,
            looked_after=self.evidence.looked_after(case_id, day),
            statutory_review=review,
            immediate_risk=ending.immediate_risk,
            by_officer=by_officer,
        )

    def at_once(
        self, occasion: Occasion, placement_id: UUID, end: AtOnce, expecting: int
    ) -> Receipt:
        """End a placement with no notice and no review before, on grounds that allow it (6-24)."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement, day = self.evidence.arrangement(placement_id), london_day(end.at)
            command = EndImmediately(
                at=end.at,
                ground=end.ground,
                reason=end.reason,
                national_reason=end.national_reason,
                destination=end.destination,
                accommodation=end.accommodation,
                iro_informed=end.iro_informed,
                looked_after=self.evidence.looked_after(arrangement.case_id, day),
                home_shut=self._is_shut(arrangement.setting_id, day),
                by=Subject(occasion.actor.subject),
            )
            left = self._nights(self.evidence.known(placement_id), command)
            return Act([Ask(stream, decider, command, expecting=expecting), *left])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _nights(self, known: Known, command: RecordEnd | EndImmediately) -> Sequence[Ask]:
        """Of the home that it left and, where a provider moved it, of every home before."""
        if isinstance(known, Begun) and known.particulars.moves:
            return self.evidence.places.revised(known, command)
        return self.evidence.places.departure(known.particulars.arrangement, london_day(command.at))

    def _is_shut(self, setting_id: SettingId, day: date) -> bool:
        """By its register; a home that no register knows has none that could say so (R-124)."""
        if self.evidence.places.listed(setting_id) is None:
            return False
        home = self.evidence.registers.home(setting_id, day)
        return not home.is_open or home.registration not in SUFFICES
