"""What a running notice leaves to people: the next home, and a child who is there still."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from application.clock.owners import capability
from application.referral.ports import PlacementsOfChild
from application.referral.seeking import open_referrals
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.task.raising import Raising
from domain import placement, referral
from domain.placement.events import PlacementEnded, PlacementEndVoided, PlacementStartVoided
from domain.placement.notices import NOTICE_EVENTS, running
from domain.placement.state import Current
from domain.referral.codes import Scope
from domain.referral.events.closing import ReferralClosedUnfilled
from domain.referral.events.ending import ReferralFulfilled, ReferralWithdrawn
from domain.referral.events.request import ReferralSubmitted
from domain.referral.events.triage import ReferralReturned
from domain.referral.stages import Draft, Stage
from domain.shared.envelope import Recorded, StreamId
from domain.shared.vocabulary import CaseId
from domain.task.codes import CHILD_STILL_PLACED, FIND_NEXT_HOME, RECONSIDER_SEARCH, TaskCode

AMONG = frozenset({FIND_NEXT_HOME, CHILD_STILL_PLACED, RECONSIDER_SEARCH})
OF_A_SEARCH = (
    ReferralSubmitted,
    ReferralReturned,
    ReferralWithdrawn,
    ReferralFulfilled,
    ReferralClosedUnfilled,
)
OF_A_PLACEMENT = (*NOTICE_EVENTS, PlacementEnded, PlacementEndVoided, PlacementStartVoided)


@dataclass(frozen=True)
class WatchNotices:
    """One task of each kind for each placement, for as long as it is so (2.6, 6-18, 6-20).

    Notice and search may cross: both are looked at, whichever was recorded last.
    """

    office: Office
    placements: PlacementsOfChild
    name: str = "watch-notices"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, (*OF_A_SEARCH, *OF_A_PLACEMENT))

    def react(self, recorded: Recorded[Any]) -> Act | None:
        asks = [ask for stream in self._concerned(recorded) for ask in self._asks(recorded, stream)]
        return Act(asks) if asks else None

    def _concerned(self, recorded: Recorded[Any]) -> Sequence[StreamId]:
        if capability(recorded.stream) == "placement":
            return [recorded.stream]
        return [
            stream
            for case_id in self._children(recorded)
            for stream in self.placements.placements_of(case_id, recorded.position)
        ]

    def _children(self, recorded: Recorded[Any]) -> Sequence[UUID]:
        search = self.office.state(referral.decider, recorded.stream)
        return list(search.facts.children.by_number.values()) if isinstance(search, Stage) else []

    def _asks(self, recorded: Recorded[Any], stream: StreamId) -> Iterable[Ask]:
        now = self._now(self.office.state(placement.decider, stream))
        return Raising(self.office.streams, self.name).revised(
            recorded, about=stream, now=now, among=AMONG
        )

    def _now(self, state: placement.Placement) -> Iterator[TaskCode]:
        if not isinstance(state, Current) or not state.notices:
            return
        sought = self._is_sought(state.particulars.arrangement.case_id)
        given = list(running(state.notices))
        if given and not sought:
            yield FIND_NEXT_HOME
        if any(each.has_run_out for each in given):
            yield CHILD_STILL_PLACED
        if sought and not given:
            yield RECONSIDER_SEARCH

    def _is_sought(self, case_id: CaseId) -> bool:
        """Whether somebody looks for a home: not by a draft, nor for support alone (R-13)."""
        found = (
            self.office.state(referral.decider, stream_of("referral", each))
            for each in open_referrals(self.office, [case_id])
        )
        return any(
            isinstance(search, Stage)
            and not isinstance(search, Draft)
            and search.facts.scope is not Scope.SUPPORT
            for search in found
        )
