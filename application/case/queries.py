"""What can be read of one child: the record cut at a position, and the questions put to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from application.case.broken import RecordedBreach, recorded_breaches
from application.case.course import ShownCourse, course
from application.case.deadlines import Deadline, deadlines
from application.case.record import ChildRecord
from application.case.timeline import Entry, timeline
from application.case.view.living import settings_of
from application.case.view.whole import CaseView, view
from application.case.whereabouts import Whereabouts, whereabouts
from application.clock.owners import capability, clock_stream
from application.reference.editions import Editions
from application.shared.as_it_stood import AsItStood
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads
from domain.placement.history import is_voided
from domain.referral.events.copies import CopyReleased
from domain.referral.events.search import ProviderInvited
from domain.shared.envelope import StreamId
from domain.shared.errors import NotFound
from domain.shared.moments import london_day


class ChildStreams(Protocol):
    def streams_of(self, case_id: UUID, up_to: int | None = None) -> Sequence[StreamId]:
        """Every stream of one child that had begun by a position, oldest first."""
        ...


@dataclass(frozen=True)
class CaseRecords:
    """Every question is answered from the log cut at one position, so that its parts agree."""

    streams: Reads
    children: ChildStreams
    log_times: LogTimes

    def record(self, case_id: UUID, of: AsOf) -> ChildRecord:
        """All that is on record of a child; `NotFound` before there was anything."""
        position = of.position_of(self.log_times)
        past = AsItStood(self.streams, position)
        editions = Editions(past)
        read = map(past.read, self.children.streams_of(case_id, position))
        histories = tuple(each for each in read if not _is_another_childs(each))
        if not histories:
            raise NotFound
        placements = [each for each in histories if capability(each.stream) == "placement"]
        homes = settings_of(placements)
        return ChildRecord(
            case_id=case_id,
            of=of,
            position=position,
            terms=editions.clock_terms(london_day(of.at)),
            warnings=editions.warnings(london_day(of.at)),
            streams=histories,
            clocks=tuple(past.read(clock_stream(each.stream)) for each in histories),
            homes={home: past.read(stream_of("setting", home)) for home in homes},
        )

    def streams_of(self, case_id: UUID) -> Sequence[StreamId]:
        return self.children.streams_of(case_id)

    def read_under(self, case_id: UUID) -> Sequence[str]:
        """Every name under which a reading about the child is noted, a provider's included."""
        streams = self.streams_of(case_id)
        told = [fact for each in streams for fact in self.streams.read(each).facts]
        invited = [f"invitation-{e.invitation_id}" for e in told if isinstance(e, ProviderInvited)]
        copied = [f"copy-{e.copied.copy_id}" for e in told if isinstance(e, CopyReleased)]
        return [*streams, *invited, *copied]

    def view(self, case_id: UUID, of: AsOf) -> CaseView:
        return view(self.record(case_id, of))

    def reviews(self, case_id: UUID, of: AsOf) -> ShownCourse:
        """The child's reviews and all that came of them."""
        record = self.record(case_id, of)
        editions = Editions(AsItStood(self.streams, record.position))
        return course(record, editions.code_lists(of.day))

    def whereabouts(self, case_id: UUID, of: AsOf) -> Whereabouts:
        return whereabouts(self.record(case_id, of))

    def timeline(self, case_id: UUID, of: AsOf) -> tuple[Sequence[Entry], int]:
        """The timeline, and the position it was read at."""
        record = self.record(case_id, of)
        return timeline(record), record.position

    def deadlines(self, case_id: UUID, of: AsOf) -> tuple[Sequence[Deadline], int]:
        record = self.record(case_id, of)
        return deadlines(record), record.position

    def breaches(self, case_id: UUID, of: AsOf) -> tuple[Sequence[RecordedBreach], int]:
        record = self.record(case_id, of)
        return recorded_breaches(record), record.position


def _is_another_childs(history: History[Any]) -> bool:
    """What was recorded for the wrong child stays in the log, and is in no view of this one."""
    return capability(history.stream) == "placement" and is_voided(history.events)
