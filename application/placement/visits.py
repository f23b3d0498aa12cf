"""Visits that were made where a child lives, and putting right what was said of one."""

from dataclasses import dataclass
from uuid import UUID

from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.placement import decider
from domain.placement.commands import CorrectVisit
from domain.placement.visit import Visit
from domain.placement.visits_made import standing_visit
from domain.shared.vocabulary import EventId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitCorrection:
    """What a visit really was, or that there was none; `corrects` is the event that is wrong."""

    corrects: UUID
    now: Visit | None
    reason: str
    approved_by: Subject


@dataclass(frozen=True)
class VisitHandlers:
    office: Office

    def correct(
        self, occasion: Occasion, placement_id: UUID, correction: VisitCorrection, expecting: int
    ) -> Receipt:
        """Put a visit right, as the person saw it when deciding to."""
        stream = stream_of("placement", placement_id)

        def plan() -> Act:
            history = self.office.streams.read(stream).events
            command = CorrectVisit(
                corrects=EventId(correction.corrects),
                was=standing_visit(history, correction.corrects),
                now=correction.now,
                reason=correction.reason,
                approved_by=correction.approved_by,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command, expecting=expecting)])

        return self.office.casework.do(occasion, plan, turn=stream)
