"""What can be read of children whom other authorities placed here."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from application.shared.steps import seen_by
from domain.incoming import decider
from domain.incoming.chronology import chronology, stage_of
from domain.incoming.events import NotificationAcknowledged, NotificationEnded
from domain.incoming.state import Told
from domain.incoming.vocabulary import Stage
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.personal import Erased
from domain.shared.vocabulary import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedIncoming:
    """A line of the register: whose child, in which home, since when."""

    incoming_id: UUID
    placing_authority: GssCode
    stage: Stage
    setting_id: UUID | None
    since: date


@dataclass(frozen=True, kw_only=True)
class IncomingView:
    """One notification on a day. `counted` is whether its nights count in the home."""

    incoming_id: UUID
    placing_authority: GssCode
    stage: Stage
    reference: str | Erased
    age: int
    provision: Provision | None
    since: date
    where: str | Erased | None
    worker: str | Erased
    school: str | Erased | None
    gp: str | Erased | None
    risks: Sequence[str]
    youth_justice: bool
    received_on: date
    acknowledged_on: date | None
    setting_id: UUID | None
    counted: bool
    left_on: date | None
    version: int
    position: int


class IncomingList(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedIncoming]:
        """What a council was told of children placed in its area, as it stood on the day."""
        ...


@dataclass(frozen=True)
class IncomingRecords:
    streams: Reads
    log_times: LogTimes

    def view(self, incoming_id: UUID, of: AsOf) -> IncomingView:
        """One notification's history, cut at a position and asked about a day."""
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("incoming", incoming_id), position)
        seen = seen_by(of.day, chronology(history.events), history.events)
        told = [each.event for each in seen]
        state = decider.replay(told)
        if not isinstance(state, Told):
            raise NotFound
        known, entered = state.received, state.entered
        said = (each.on for each in told if isinstance(each, NotificationAcknowledged))
        left = (each.left_on for each in told if isinstance(each, NotificationEnded))
        return IncomingView(
            incoming_id=incoming_id,
            placing_authority=known.placing_authority,
            stage=stage_of(state),
            reference=known.reference,
            age=known.age,
            provision=known.provision,
            since=known.since,
            where=known.where,
            worker=known.worker,
            school=known.school,
            gp=known.gp,
            risks=known.risks,
            youth_justice=known.youth_justice,
            received_on=known.received_on,
            acknowledged_on=next(said, None),
            setting_id=entered.setting_id if entered else None,
            counted=entered is not None and entered.counted,
            left_on=next(left, None),
            version=history.version,
            position=position,
        )
