"""What can be read of concerns: the council's list, one of them, and what a provider may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from application.concern.naming import marks_to_withhold, subjects
from application.concern.own import OwnConcern, own
from application.concern.shown import ConcernView, ListedConcern
from application.concern.view import shown
from application.concern.withholding import without_subject
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads
from application.shared.registers import Registers
from application.shared.steps import seen_by
from domain.concern import ConcernEvent, decider
from domain.concern.chronology import chronology
from domain.concern.rules import is_about
from domain.concern.state import OnRecord
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.vocabulary import ProviderId, Subject


class ConcernList(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedConcern]:
        """The concerns that a council was told of, as they stood on the day."""
        ...


class TellsProviders(Protocol):
    """The allow-list: which concerns a provider raised or was told about."""

    def told(
        self, provider_id: ProviderId, council: GssCode, *, after: UUID | None, limit: int
    ) -> Sequence[UUID]: ...

    def is_told(self, concern_id: UUID, provider_id: ProviderId, council: GssCode) -> bool: ...


@dataclass(frozen=True)
class ConcernRecords:
    streams: Reads
    log_times: LogTimes
    telling: TellsProviders
    registers: Registers

    def view(
        self, concern_id: UUID, of: AsOf, reader: Subject, *, whom_against: bool
    ) -> ConcernView:
        """One concern's history, cut at a position and asked about a day; of oneself there is none.

        Without `whom_against` nothing tells whom it is against, by any name known since (R-234).
        """
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("concern", concern_id), position)
        told = seen_by(of.day, chronology(history.events), history.events)
        state = decider.replay([each.event for each in told])
        if not isinstance(state, OnRecord):
            raise NotFound
        now = self._now(concern_id)[0].facts
        if is_about(now, reader):
            raise NotFound
        view = shown(concern_id, state, told, version=history.version, position=position)
        if whom_against:
            return view
        return without_subject(view, [*subjects(now)])

    def own(
        self, provider_id: ProviderId, council: GssCode, *, after: UUID | None, limit: int
    ) -> Sequence[OwnConcern]:
        """What a provider may read, as it stands now."""
        found = self.telling.told(provider_id, council, after=after, limit=limit)
        return [self._own(each, provider_id) for each in found]

    def require_own(self, concern_id: UUID, provider_id: ProviderId, council: GssCode) -> None:
        if not self.telling.is_told(concern_id, provider_id, council):
            raise NotFound

    def _own(self, concern_id: UUID, provider_id: ProviderId) -> OwnConcern:
        state, history = self._now(concern_id)
        marks = marks_to_withhold(self.registers, state.facts)
        return own(concern_id, state, history.events, provider_id, marks)

    def _now(self, concern_id: UUID) -> tuple[OnRecord, History[ConcernEvent]]:
        history = self.streams.read(stream_of("concern", concern_id))
        state = history.folded(decider)
        if not isinstance(state, OnRecord):
            raise NotFound
        return state, history
