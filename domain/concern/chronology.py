"""A concern's dated facts: how far it had come, and how much was still to be done."""

from collections.abc import Iterable, Sequence

from domain.concern.events import ConcernEvent
from domain.concern.state import (
    Closed,
    Concern,
    Concluded,
    Investigating,
    NotRaised,
    OnRecord,
    evolve,
)
from domain.concern.state import Triaged as TriagedState
from domain.concern.vocabulary import Stage
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins
from domain.shared.vocabulary import ProviderId


class ConcernPeriod(Period):
    """`told` are the providers that may read of it."""

    stage: Stage
    open_actions: int
    told: tuple[ProviderId, ...]


def chronology(history: Iterable[Recorded[ConcernEvent]]) -> Sequence[ConcernPeriod]:
    """Each step in the order in which it was recorded, none before the one it follows."""
    line: list[ConcernPeriod] = []
    state: Concern = NotRaised()
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        state = evolve(state, recorded.event)
        if isinstance(state, OnRecord):
            line = [*_until(line, recorded), _period(recorded, state)]
    return line


def _until(line: Sequence[ConcernPeriod], recorded: Recorded[ConcernEvent]) -> list[ConcernPeriod]:
    """What was so before; what would have begun with this, or after it, never was."""
    since = recorded.effective_at
    kept = [each for each in line if begins(each.since) < begins(since)]
    if kept:
        kept[-1] = kept[-1].model_copy(update={"until": since, "ended_by": recorded.event_id})
    return kept


def _period(recorded: Recorded[ConcernEvent], state: OnRecord) -> ConcernPeriod:
    return ConcernPeriod(
        since=recorded.effective_at,
        source=recorded.event_id,
        stage=stage_of(state),
        open_actions=len(state.facts.open_actions()),
        told=tuple(sorted(state.facts.told, key=str)),
    )


def stage_of(state: OnRecord) -> Stage:
    match state:
        case Closed():
            return Stage.CLOSED
        case Concluded(facts):
            return Stage.ACTIONS if facts.open_actions() else Stage.OUTCOME
        case Investigating():
            return Stage.INVESTIGATING
        case TriagedState(facts, again):
            if again:
                return Stage.REOPENED
            return Stage.REFERRED if facts.referred else Stage.TRIAGED
        case _:
            return Stage.RAISED
