"""An incoming notification's dated facts: how far it had come."""

from collections.abc import Iterable, Sequence

from domain.incoming.events import IncomingEvent
from domain.incoming.state import (
    Acknowledged,
    Ended,
    Incoming,
    InRegister,
    NotReceived,
    Told,
    evolve,
)
from domain.incoming.vocabulary import Stage
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import begins
from domain.shared.vocabulary import SettingId


class IncomingPeriod(Period):
    """`setting_id` is the home, once it is entered in the register."""

    stage: Stage
    setting_id: SettingId | None


def chronology(history: Iterable[Recorded[IncomingEvent]]) -> Sequence[IncomingPeriod]:
    """Each step in the order in which it was recorded. One that was overtaken never came."""
    line: list[IncomingPeriod] = []
    state: Incoming = NotReceived()
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        state = evolve(state, recorded.event)
        if isinstance(state, Told):
            line = [*_until(line, recorded), _period(recorded, state)]
    return line


def _until(
    line: Sequence[IncomingPeriod], recorded: Recorded[IncomingEvent]
) -> list[IncomingPeriod]:
    since = recorded.effective_at
    kept = [each for each in line if begins(each.since) < begins(since)]
    if kept:
        kept[-1] = kept[-1].model_copy(update={"until": since, "ended_by": recorded.event_id})
    return kept


def _period(recorded: Recorded[IncomingEvent], state: Told) -> IncomingPeriod:
    return IncomingPeriod(
        since=recorded.effective_at,
        source=recorded.event_id,
        stage=stage_of(state),
        setting_id=state.entered.setting_id if state.entered else None,
    )


def stage_of(state: Told) -> Stage:
    match state:
        case Ended():
            return Stage.ENDED
        case InRegister():
            return Stage.IN_REGISTER
        case Acknowledged():
            return Stage.ACKNOWLEDGED
        case _:
            return Stage.RECEIVED
