"""What only people can do becomes a task, which is settled once it has happened."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from application.policies.approvals_left import reconsidered, unanswered
from application.policies.asked_of_people import asked_by, waits_after
from application.policies.left_by_starts import LEFT_BY_STARTS
from application.policies.left_by_voids import still_so
from application.policies.missing_now import OF_PRESENCE, is_missing
from application.policies.seen_to import BY_AN_END, OF_A_VOIDED_START, answered_by, settled_by
from application.policies.told_after_all import told_by_now
from application.shared.casework import Act, Ask
from application.shared.ports import Reads
from application.task.raising import Raising
from domain import placement
from domain.placement.events import (
    ApprovalGranted,
    PlacementEnded,
    PlacementEndVoided,
    PlacementStartVoided,
)
from domain.shared.envelope import Recorded
from domain.task import codes
from domain.task.codes import TaskCode


@dataclass(frozen=True)
class LeaveToPeople:
    """One policy raises and settles, so that what was done is never read before what asks for it.

    What broke a rule of a home (6-51), a low grade, a lost funder (6-73), a lost message.
    """

    streams: Reads
    name: str = "leave-to-people"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        spoken = told_by_now(recorded) is not None
        asked = bool(waits_after(recorded)) or asked_by(recorded) is not None
        answered = isinstance(recorded.event, ApprovalGranted)
        voided = isinstance(recorded.event, PlacementEndVoided | PlacementStartVoided)
        present = isinstance(recorded.event, OF_PRESENCE)
        return spoken or asked or answered or voided or present or bool(settled_by(recorded))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = list(self._asks(recorded))
        return Act(asks) if asks else None

    def _asks(self, recorded: Recorded[Any]) -> Iterator[Ask]:
        raising = Raising(self.streams, self.name)
        yield from raising.settled(recorded, *self._settled_for_good(recorded))
        told = told_by_now(recorded)
        if told is not None and (lost := list(told.lost_before(self.streams))):
            yield from raising.settled(recorded, codes.TELEPHONE_PROVIDER, raised_by=lost)
        if (code := asked_by(recorded)) is not None:
            yield raising.raised(recorded, code)
        if isinstance(recorded.event, OF_PRESENCE):
            yield from self._is_sought(raising, recorded)
        if isinstance(recorded.event, PlacementEndVoided):
            yield from self._waits_again(raising, recorded)
        if isinstance(recorded.event, PlacementStartVoided):
            yield from self._was_another_child(raising, recorded)
        if codes_left := waits_after(recorded):
            # In one step, for a stream of tasks is written once in an act.
            among = LEFT_BY_STARTS | {codes.RECONSIDER_START} | set(answered_by(recorded))
            yield from raising.revised(recorded, about=recorded.stream, now=codes_left, among=among)

    def _waits_again(self, raising: Raising, recorded: Recorded[Any]) -> Iterator[Ask]:
        history = self.streams.read(recorded.stream)
        ends = {each.event_id for each in history.events if isinstance(each.event, PlacementEnded)}
        settled = raising.settled_by(recorded.stream, ends, BY_AN_END)
        again = still_so(settled, history.folded(placement.decider))
        yield from raising.revised(recorded, about=recorded.stream, now=again, among=again)

    def _is_sought(self, raising: Raising, recorded: Recorded[Any]) -> Iterator[Ask]:
        """By all that was told until then: so a break is one also where this follows behind."""
        code = frozenset({codes.CHILD_MISSING})
        told = self.streams.read(recorded.stream, recorded.position)
        now = code if is_missing(told) else frozenset[TaskCode]()
        yield from raising.revised(recorded, about=recorded.stream, now=now, among=code)

    def _was_another_child(self, raising: Raising, recorded: Recorded[Any]) -> Iterator[Ask]:
        """Nothing of it is to be done; the DPO judges what was told to whom (6-03)."""
        told = frozenset({codes.DATA_BREACH_TO_JUDGE})
        among = told | set(OF_A_VOIDED_START)
        yield from raising.revised(recorded, about=recorded.stream, now=told, among=among)

    def _settled_for_good(self, recorded: Recorded[Any]) -> tuple[TaskCode, ...]:
        """What a word on the telephone waits for stays though the child has left (R-156)."""
        settled = settled_by(recorded)
        if not isinstance(recorded.event, ApprovalGranted | PlacementEnded):
            return settled
        state = self.streams.read(recorded.stream).folded(placement.decider)
        if isinstance(recorded.event, ApprovalGranted):
            return (*settled, *reconsidered(state))
        left = unanswered(state)
        return tuple(code for code in settled if code not in left)
