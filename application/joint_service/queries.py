"""What can be read of services bought together: which there are, and one of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.joint_service.showing import shown
from application.joint_service.shown import JointServiceView, ListedJointService
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain.joint_service import decider
from domain.joint_service.state import Agreed
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.moments import london_day


class JointServiceList(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedJointService]:
        """The services that a council put on record, with how their agreement stood."""
        ...


@dataclass(frozen=True)
class JointServiceRecords:
    """One service's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, joint_service_id: UUID, of: AsOf) -> JointServiceView:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("joint_service", joint_service_id), position)
        facts = [each.event for each in history.events if london_day(each.effective_at) <= of.day]
        state = decider.replay(facts)
        if not isinstance(state, Agreed):
            raise NotFound
        return shown(
            joint_service_id,
            state,
            facts,
            day=of.day,
            version=history.version,
            position=position,
        )
