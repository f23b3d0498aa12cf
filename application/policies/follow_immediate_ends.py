"""After a child was moved at once: a bed, a word to the IRO, an officer who owns to it (6-24)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from application.referral.ports import PlacementsOfChild
from application.shared.casework import Act, Ask
from application.shared.ports import History
from application.shared.registers import Registers
from application.task.raising import Raising
from domain import placement
from domain.placement.chronology import chronology
from domain.placement.errors import EndNotOwned
from domain.placement.events import (
    EndCorrected,
    ImmediateTermination,
    PlacementEnded,
    PlacementEndVoided,
    PlacementStarted,
    PlacementStartVoided,
    StartCorrected,
    TerminationNotified,
)
from domain.placement.history import end_of, is_voided, made_at_once, not_voided
from domain.placement.notifying import RecipientKind
from domain.placement.state import Ended, Known
from domain.shared.envelope import Recorded, StreamId
from domain.shared.errors import RecordErased
from domain.shared.moments import When, before, london_day
from domain.task.codes import ARRANGE_ACCOMMODATION, INFORM_IRO, TaskCode

ENDS = (
    ImmediateTermination,
    PlacementEnded,
    EndCorrected,
    PlacementEndVoided,
    PlacementStartVoided,
)
STARTS = (PlacementStarted, StartCorrected)
AMONG = frozenset({ARRANGE_ACCOMMODATION, INFORM_IRO, EndNotOwned.code})


@dataclass(frozen=True)
class FollowImmediateEnds:
    """Tasks about a placement that the council ended at immediate risk, whoever recorded it.

    The bed is settled by a stay that began since then, whenever it was recorded, and by none
    of before.
    """

    registers: Registers
    placements: PlacementsOfChild
    name: str = "follow-immediate-ends"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*ENDS, *STARTS)) or _tells_iro(recorded.event)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        raising = Raising(self.registers.office.streams, self.name)
        if _tells_iro(recorded.event):
            yield from raising.settled(recorded, INFORM_IRO)
            return
        streams = self._of_the_child(recorded)
        if isinstance(recorded.event, ENDS):
            now = list(self._owed(recorded.stream, streams))
            yield from raising.revised(recorded, about=recorded.stream, now=now, among=AMONG)
            return
        for each in streams:
            yield from self._settled(raising, recorded, each)

    def _of_the_child(self, recorded: Recorded[Any]) -> Sequence[StreamId]:
        state = self.registers.office.state(placement.decider, recorded.stream)
        if not isinstance(state, Known):
            return []
        case_id = state.particulars.arrangement.case_id
        return self.placements.placements_of(case_id, recorded.position)

    def _settled(
        self, raising: Raising, recorded: Recorded[Any], stream: StreamId
    ) -> Sequence[Ask]:
        ended_at, streams = self._moved_at(stream), self._of_the_child(recorded)
        if ended_at is None or not self._has_a_home_since(ended_at, stream, streams):
            return []
        return raising.settled(recorded, ARRANGE_ACCOMMODATION, about=stream)

    def _owed(self, stream: StreamId, streams: Sequence[StreamId]) -> Iterator[TaskCode]:
        ended_at = self._moved_at(stream)
        if ended_at is None:
            return
        terminated = made_at_once(self._history(stream).events)
        told = terminated.event if terminated else None
        if not (told and told.accommodation) and not self._has_a_home_since(
            ended_at, stream, streams
        ):
            yield ARRANGE_ACCOMMODATION
        if self._iro_knows_not(stream) and self._looked_after(stream, ended_at):
            yield INFORM_IRO
        state = self.registers.office.state(placement.decider, stream)
        if isinstance(state, Ended) and state.to_be_owned:
            yield EndNotOwned.code

    def _iro_knows_not(self, stream: StreamId) -> bool:
        history = self._history(stream)
        terminated = made_at_once(history.events)
        informed = terminated is not None and terminated.event.iro_informed
        said = (each.event for each in not_voided(history.events))
        return not informed and not any(map(_tells_iro, said))

    def _moved_at(self, stream: StreamId) -> When | None:
        """When the council moved the child at immediate risk, if it did."""
        history = self._history(stream).events
        end = end_of(history)
        if end is None or is_voided(history):
            return None
        at_once = made_at_once(history) is not None
        owned = {each.code for each in end.event.breaches}
        return end.event.at if at_once or EndNotOwned.code in owned else None

    def _has_a_home_since(
        self, ended_at: When, left: StreamId, streams: Sequence[StreamId]
    ) -> bool:
        stays = (
            stay
            for each in streams
            if each != left
            for stay in chronology(self._history(each).events).stays
        )
        return any(not before(stay.since, ended_at) for stay in stays)

    def _looked_after(self, stream: StreamId, at: When) -> bool:
        state = self.registers.office.state(placement.decider, stream)
        if not isinstance(state, Known):
            return False
        try:
            child = self.registers.child(state.particulars.arrangement.case_id)
        except RecordErased:
            return False
        return child.looked_after_on(london_day(at))

    def _history(self, stream: StreamId) -> History[Any]:
        return self.registers.office.streams.read(stream)


def _tells_iro(event: Any) -> bool:
    """Whether the reviewing officer was told in writing of the end, ahead of it or after."""
    return isinstance(event, TerminationNotified) and event.to.kind is RecipientKind.IRO
