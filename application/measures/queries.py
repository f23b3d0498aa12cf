"""A measure of one quarter, as the log was known at an instant: counted anew each time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from uuid import UUID

from application.measures.catalogue import MEASURES, PER_PLACEMENT_DAYS, Measure
from application.measures.endings import placement_days
from application.measures.figure import Figure, figure
from application.measures.quarter import Quarter
from application.measures.told import Told
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import Reads
from domain import provider
from domain.placement.chronology import chronology
from domain.placement.history import is_voided
from domain.referral.events.search import ProviderInvited
from domain.shared.envelope import GssCode, Recorded, StreamId
from domain.shared.errors import NotFound


class StreamsOfCouncil(Protocol):
    def streams_of_council(
        self, council: GssCode, capability: str, up_to: int
    ) -> Sequence[StreamId]:
        """Every stream of a capability that had begun by a position."""
        ...


@dataclass(frozen=True, kw_only=True)
class Measured:
    """A figure with all that is needed to make it again: definition, quarter, position.

    `figure` is none where `not_captured` says which act nobody records.
    """

    measure: Measure
    quarter: Quarter
    position: int
    figure: Figure | None
    placement_days: int | None


@dataclass(frozen=True)
class Measuring:
    streams: Reads
    log_times: LogTimes
    council_streams: StreamsOfCouncil

    def measured(
        self, council: GssCode, code: str, quarter: Quarter, of: AsOf, *, published: bool
    ) -> Measured:
        measure = MEASURES.get(code)
        if measure is None:
            raise NotFound("There is no measure by this code.")
        position = of.position_of(self.log_times)
        if measure.counted is None:
            return Measured(
                measure=measure,
                quarter=quarter,
                position=position,
                figure=None,
                placement_days=None,
            )
        told = self._told(council, quarter, of, position)
        found = list(measure.counted(told))
        return Measured(
            measure=measure,
            quarter=quarter,
            position=position,
            figure=figure(found, divided=measure.divided, published=published),
            placement_days=placement_days(told) if code in PER_PLACEMENT_DAYS else None,
        )

    def _told(self, council: GssCode, quarter: Quarter, of: AsOf, position: int) -> Told:
        searches = list(self._histories(council, "referral", position))
        all_told = self._histories(council, "placement", position)
        placements = [each for each in all_told if not is_voided(each)]
        invited = {
            each.event.provider_id
            for search in searches
            for each in search
            if isinstance(each.event, ProviderInvited)
        }
        return Told(
            searches=searches,
            placements=placements,
            stays=[stay for each in placements for stay in chronology(each).stays],
            providers={each: self._provider(each, position) for each in invited},
            quarter=quarter,
            judged_at=of.at,
        )

    def _histories(
        self, council: GssCode, capability: str, position: int
    ) -> Iterator[Sequence[Recorded[Any]]]:
        for stream in self.council_streams.streams_of_council(council, capability, position):
            yield self.streams.read(stream, position).events

    def _provider(self, provider_id: UUID, position: int) -> provider.Provider:
        stream = stream_of("provider", provider_id)
        return provider.decider.replay(self.streams.read(stream, position).facts)
