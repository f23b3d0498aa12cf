"""Which stage a search had reached, and from when."""

from collections.abc import Iterator, Sequence
from datetime import date

from domain.referral.chronology.periods import History
from domain.referral.chronology.turns import BEGUN_BY, OVER, StageName, turning
from domain.referral.events import ReferralEvent
from domain.shared.chronology import Period
from domain.shared.envelope import Recorded


class StageHeld(Period):
    """The referral was at this stage."""

    stage: StageName


def stages(history: History) -> Sequence[StageHeld]:
    """Every stage, oldest first. Money authorised after the start reopens nothing."""
    turns = list(_turns(history))
    ends = [(turn.effective_at, turn.event_id) for turn, _ in turns[1:]]
    return [
        StageHeld(
            since=turn.effective_at,
            until=until,
            source=turn.event_id,
            ended_by=ended_by,
            stage=stage,
        )
        for (turn, stage), (until, ended_by) in zip(turns, [*ends, (None, None)], strict=False)
    ]


def _turns(history: History) -> Iterator[tuple[Recorded[ReferralEvent], StageName]]:
    last = None
    for recorded in turning(history):
        stage = BEGUN_BY[type(recorded.event)]
        # A search that is widened while it is published stays published.
        if stage is not last:
            yield recorded, stage
            last = stage
        if stage in OVER:
            return


def stage_on(history: History, day: date) -> StageName | None:
    """The last stage that a referral reached on or before a London day."""
    held = [period for period in stages(history) if period.covers(day)]
    return held[-1].stage if held else None
