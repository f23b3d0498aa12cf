"""A meeting's dated facts: how far it had come, and what of it was still open."""

from collections.abc import Iterable, Sequence

from domain.panel.agenda import Stage
from domain.panel.events import PanelEvent
from domain.panel.state import Cancelled, Held, Meeting, NotConvened, Panel, evolve
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins


class MeetingPeriod(Period):
    """`undecided` items wait for a decision; `open_conditions` are still to be met."""

    stage: Stage
    items: int
    undecided: int
    open_conditions: int


def chronology(history: Iterable[Recorded[PanelEvent]]) -> Sequence[MeetingPeriod]:
    """Each step in the order in which it was recorded. One that was overtaken never came."""
    line: list[MeetingPeriod] = []
    state: Panel = NotConvened()
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        state = evolve(state, recorded.event)
        if isinstance(state, Meeting):
            line = [*_until(line, recorded), _period(recorded, state)]
    return line


def _until(
    line: Sequence[MeetingPeriod], recorded: Recorded[PanelEvent]
) -> Sequence[MeetingPeriod]:
    """What was so before; what would have begun with this, or after it, never was."""
    since = recorded.effective_at
    kept = [each for each in line if begins(each.since) < begins(since)]
    if kept:
        kept[-1] = kept[-1].model_copy(update={"until": since, "ended_by": recorded.event_id})
    return kept


def _period(recorded: Recorded[PanelEvent], state: Meeting) -> MeetingPeriod:
    items = state.items.values()
    return MeetingPeriod(
        since=recorded.effective_at,
        source=recorded.event_id,
        stage=stage_of(state),
        items=len(items),
        undecided=sum(each.decided is None for each in items),
        open_conditions=sum(len(each.open_conditions()) for each in items),
    )


def stage_of(state: Meeting) -> Stage:
    match state:
        case Held():
            return Stage.HELD
        case Cancelled():
            return Stage.CANCELLED
        case _:
            return Stage.CONVENED
