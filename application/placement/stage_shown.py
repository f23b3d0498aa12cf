"""How far a placement had come by a day, and what had happened by then."""

from collections.abc import Mapping
from datetime import date

from domain.placement import PlacementEvent
from domain.placement.events import (
    EndCorrected,
    PlacementEnded,
    PlacementEndVoided,
    PlacementNotStarted,
    PlacementProposed,
    PlacementStarted,
    PlacementStartVoided,
    StartAgreed,
    StartCorrected,
)
from domain.placement.history import History, end_of, last_word_on_end, last_word_on_start
from domain.placement.notices import notices_given, running
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import london_day

STARTS = (PlacementStarted, StartCorrected, PlacementStartVoided)
ENDS = (PlacementEnded, EndCorrected, PlacementEndVoided)


STAGES: Mapping[type[Event], str] = {
    PlacementProposed: "proposed",
    StartAgreed: "start_agreed",
    PlacementNotStarted: "not_started",
    PlacementStarted: "active",
    PlacementEnded: "ended",
    PlacementStartVoided: "voided",
}
"""Which event brings a placement to which stage. A start is a fact even of one called off."""


def known_by(history: History, day: date) -> History:
    """What had happened by a day. What was corrected happened when the last word says."""
    words = [(STARTS, last_word_on_start(history)), (ENDS, last_word_on_end(history))]

    def happened(recorded: Recorded[PlacementEvent]) -> date:
        for kinds, word in words:
            if word is not None and isinstance(recorded.event, kinds):
                return london_day(word.effective_at)
        return london_day(recorded.effective_at)

    return [recorded for recorded in history if happened(recorded) <= day]


def stage_shown(known: History) -> str:
    """Under notice while any notice runs; one that was taken back leaves it as it was."""
    order = list(STAGES.values())
    left = end_of(known) is not None
    kinds = (type(each.event) for each in known if left or not isinstance(each.event, ENDS))
    reached = [STAGES[kind] for kind in kinds if kind in STAGES]
    stage = max(reached, key=order.index, default="proposed")
    under_notice = any(running([each.notice for each in notices_given(known)]))
    return "under_notice" if stage == "active" and under_notice else stage
