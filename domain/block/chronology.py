"""A block's dated facts: which stage it was in, from when until when."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from domain.block import events as came
from domain.block.agreement import Stage
from domain.block.events import BlockEvent
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded
from domain.shared.moments import When, begins


class StagePeriod(Period):
    stage: Stage


STAGES: dict[type[BlockEvent], Stage] = {
    came.BlockProposed: Stage.PROPOSED,
    came.BlockCompeted: Stage.COMPETED,
    came.BlockAwarded: Stage.AWARDED,
    came.BlockActivated: Stage.ACTIVE,
    came.BlockVaried: Stage.VARIED,
    came.BlockEnded: Stage.ENDED,
}
"""Which event brings a block to which stage; the others leave it where it is."""


def chronology(history: Iterable[Recorded[BlockEvent]]) -> Sequence[StagePeriod]:
    """The stages of one block, the first one first. One that was overtaken never came."""
    line: list[StagePeriod] = []
    for recorded in sorted(history, key=lambda recorded: recorded.version):
        stage = STAGES.get(type(recorded.event))
        if stage is not None:
            line = _followed(line, stage, _since(recorded), recorded.event_id)
    return line


def _since(recorded: Recorded[BlockEvent]) -> When:
    match recorded.event:
        case came.BlockVaried(from_=from_):
            return from_
        case came.BlockEnded(on=on):
            return on
        case _:
            return recorded.effective_at


def _followed(
    line: Sequence[StagePeriod], stage: Stage, since: When, source: UUID
) -> list[StagePeriod]:
    kept = [each for each in line if begins(each.since) < begins(since)]
    if kept:
        ended = {"until": since, "ended_by": source}
        kept[-1] = kept[-1].model_copy(update=ended)
    return [*kept, StagePeriod(since=since, source=source, stage=stage)]
