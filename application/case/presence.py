"""What a decision on a child's presence needs of other records: when it moved in anywhere."""

from dataclasses import dataclass
from uuid import UUID

from application.case.absences import moves_in
from application.referral.ports import StreamsOfCase
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from domain.case import decider
from domain.case.commands import RecordAwayWithoutAuthorisation, RecordMissing
from domain.placement.chronology import StayPeriod
from domain.shared.envelope import StreamId

Gone = RecordMissing | RecordAwayWithoutAuthorisation


@dataclass(frozen=True)
class PresenceHandlers:
    office: Office
    streams_of_case: StreamsOfCase

    def went(self, occasion: Occasion, case_id: UUID, command: Gone) -> Receipt:
        """Record that a child is missing or away: again, where it moved in since it last went."""
        stream = stream_of("case", case_id)

        def plan() -> Act:
            return Act([Ask(stream, decider, self.placed(case_id, command))])

        return self.office.casework.do(occasion, plan, turn=stream)

    def placed(self, case_id: UUID, command: Gone) -> Gone:
        came = tuple(stay.since for stay in self.moves_in(case_id))
        return command.model_copy(update={"moved_in": came})

    def moves_in(self, case_id: UUID) -> tuple[StayPeriod, ...]:
        streams = self.streams_of_case.streams_of(case_id)
        placements = (each for each in streams if each.startswith("placement-"))
        read = (self.office.streams.read(StreamId(each)).events for each in placements)
        return moves_in(read)
