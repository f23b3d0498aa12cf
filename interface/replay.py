"""A stream told again, event by event, with the state that each one led to.

Nothing is written: the events that are kept are put through the same `evolve` that
decides, up to a position of the log or to what was known at an instant.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from application.case.sentences import sentence
from application.case.sentences.wording import in_words
from application.clock.owners import capability
from domain import (
    admission,
    authority,
    block,
    case,
    clock,
    concern,
    contract,
    feed,
    incoming,
    joint_service,
    panel,
    placement,
    provider,
    quality,
    reference,
    referral,
    setting,
    task,
    telling,
)
from domain.shared.decider import Decider
from domain.shared.envelope import Recorded, StreamId
from domain.shared.errors import NotFound
from interface.bootstrap import Running

DECIDERS: Mapping[str, Decider[Any, Any, Any]] = {
    "admission": admission.decider,
    "authority": authority.decider,
    "block": block.decider,
    "case": case.decider,
    "clock": clock.decider,
    "concern": concern.decider,
    "contract": contract.decider,
    "feed": feed.decider,
    "incoming": incoming.decider,
    "joint_service": joint_service.decider,
    "panel": panel.decider,
    "placement": placement.decider,
    "provider": provider.decider,
    "quality": quality.decider,
    "reference": reference.decider,
    "referral": referral.decider,
    "setting": setting.decider,
    "telling": telling.decider,
    "task": task.decider,
}


def replay(running: Running, stream: StreamId, to: int | datetime | None = None) -> Iterator[str]:
    """A line for each event: where it stands, when it was true, what it says, what followed.

    `to` is a position of the log, or an instant by which it was known; none means all of
    it. Raises `NotFound` where the stream had not begun by then.
    """
    up_to = running.service.log_times.position_at(to) if isinstance(to, datetime) else to
    history = running.streams.read(stream, up_to)
    if not history.events:
        raise NotFound
    return _lines(history.events, DECIDERS[capability(stream)])


def _lines(history: tuple[Recorded[Any], ...], decider: Decider[Any, Any, Any]) -> Iterator[str]:
    state = decider.initial
    for recorded in history:
        state = decider.evolve(state, recorded.event)
        yield _line(recorded, state)


def _line(recorded: Recorded[Any], state: object) -> str:
    where = f"{recorded.position} · {recorded.version}"
    when = f"{in_words(recorded.effective_at)} (recorded {in_words(recorded.recorded_at)})"
    return f"{where} · {when} · {sentence(recorded.event)} → {type(state).__name__}"
