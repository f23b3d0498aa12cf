"""When a placement ends or is called off, its bed of a block is free from that night."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from application.block.homes import HomesOfBlocks
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import block
from domain.block.commands import ReleaseBed
from domain.placement.events import PlacementEnded, PlacementNotStarted, PlacementStartVoided
from domain.shared.envelope import Recorded
from domain.shared.messages import Event
from domain.shared.moments import london_day

OVER: Mapping[type[Event], str] = {
    PlacementEnded: "ended",
    PlacementNotStarted: "not_started",
    PlacementStartVoided: "another_child",
}


@dataclass(frozen=True)
class ReleaseBlockBeds:
    """The child is no longer there, whoever pays for the bed until another is (2.10)."""

    registers: Registers
    name: str = "release-block-beds"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return type(recorded.event) in OVER

    def react(self, recorded: Recorded[Any]) -> Act | None:
        over: PlacementEnded | PlacementNotStarted | PlacementStartVoided = recorded.event
        ended = isinstance(over, PlacementEnded)
        on, why = london_day(recorded.effective_at), OVER[type(over)]
        asks = []
        for block_id, bought in HomesOfBlocks(self.registers).of(over.setting_id):
            held = bought.beds.allocation(over.placement_id)
            if held is None or held.leaves <= on:
                continue
            # One that was called off, or was another child's, never had a night.
            free = on if ended else held.arrives
            command = ReleaseBed(placement_id=over.placement_id, on=free, why=why)
            asks.append(Ask(stream_of("block", block_id), block.decider, command))
        return Act(asks) if asks else None
