"""Another day for a start that was agreed; the place is held from it."""

from dataclasses import dataclass
from uuid import UUID

from application.placement.entries import Said
from application.placement.evidence import Evidence
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import ChangeStartDate
from domain.placement.entry import asked_of
from domain.placement.schooling import KeyStage4
from domain.placement.state import AwaitingStart
from domain.shared.moments import When, end_of_day, london_day
from domain.shared.vocabulary import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class StartChange:
    """When the child is to move in instead, and why; what was said of school stands unless said."""

    starts_at: When
    reason: str
    key_stage_4: KeyStage4 | None = None


@dataclass(frozen=True)
class StartDateHandlers:
    evidence: Evidence

    def change(
        self, occasion: Occasion, placement_id: UUID, change: StartChange, expecting: int
    ) -> Receipt:
        """Every gate is asked for the new day, and its nights are held in place of the old."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            arrangement = self.evidence.arrangement(placement_id)
            day = london_day(change.starts_at)
            command = self._changing(occasion, placement_id, change)
            expires_at = end_of_day(max(day, london_day(occasion.now)))
            place = self.evidence.places.reservation(arrangement, day, expires_at)
            return Act([Ask(stream, decider, command, expecting=expecting), *place])

        return self.evidence.office.casework.do(occasion, plan, turn=stream)

    def _changing(
        self, occasion: Occasion, placement_id: UUID, change: StartChange
    ) -> ChangeStartDate:
        known = self.evidence.known(placement_id)
        agreed = known.key_stage_4 if isinstance(known, AwaitingStart) else None
        said = Said(key_stage_4=change.key_stage_4 or agreed)
        arrangement, day = known.particulars.arrangement, london_day(change.starts_at)
        return ChangeStartDate(
            **asked_of(self.evidence.entries.on(arrangement, day, said)),
            starts_at=change.starts_at,
            reason=change.reason,
            by=Subject(occasion.actor.subject),
        )
