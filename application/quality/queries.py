"""A provider's page: how it is seen and why, what was found, what is owed, what it has shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.concern.shown import ListedConcern
from application.provider.shown import ShownAssurance, assurances_on
from application.quality.shown import ShownAction, ShownEngagement, actions, engagements
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import provider, quality
from domain.provider.state import NotKnown, stage_on
from domain.provider.vocabulary import Stage
from domain.quality.chronology import StatusPeriod, chronology, told_by
from domain.quality.state import Monitored, status_on
from domain.quality.vocabulary import Status
from domain.shared.errors import NotFound
from domain.shared.personal import Erased


class ConcernsOfProvider(Protocol):
    def about(self, provider_id: UUID, of: AsOf) -> Sequence[ListedConcern]:
        """Every concern about a provider, as it stood on the day."""
        ...


@dataclass(frozen=True, kw_only=True)
class QualityView:
    """One provider on a day. `status` is none while nobody has decided one.

    `stage` says whether it is suspended: that, and no colour, keeps it from new placements.
    """

    provider_id: UUID
    stage: Stage | None
    status: Status | None
    status_reasons: Sequence[str]
    status_text: str | Erased | None
    review_on: date | None
    statuses: Sequence[StatusPeriod]
    engagements: Sequence[ShownEngagement]
    actions: Sequence[ShownAction]
    assurances: Sequence[ShownAssurance]
    concerns: Sequence[ListedConcern]
    version: int
    position: int


@dataclass(frozen=True)
class QualityRecords:
    streams: Reads
    log_times: LogTimes
    concerns: ConcernsOfProvider

    def view(self, provider_id: UUID, of: AsOf) -> QualityView:
        """One provider's monitoring, cut at a position and asked about a day."""
        position = of.position_of(self.log_times)
        entry = self.streams.read(stream_of("provider", provider_id), position)
        known = provider.decider.replay(entry.facts)
        if isinstance(known, NotKnown):
            raise NotFound
        history = self.streams.read(stream_of("quality", provider_id), position)
        told = told_by(of.day, history.events)
        state = quality.decider.replay([each.event for each in told])
        monitored = state if isinstance(state, Monitored) else Monitored()
        status = status_on(monitored, of.day)
        return QualityView(
            provider_id=provider_id,
            stage=stage_on(known, of.day),
            status=status.status if status else None,
            status_reasons=status.reasons if status else (),
            status_text=status.text if status else None,
            review_on=status.review_on if status else None,
            statuses=chronology(told),
            engagements=engagements(monitored),
            actions=actions(monitored, of.day),
            assurances=assurances_on(entry.facts, of.day),
            concerns=self.concerns.about(provider_id, of),
            version=history.version,
            position=position,
        )
