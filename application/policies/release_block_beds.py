"""When a placement ends or is called off, its bed of a block is free from that night."""

from dataclasses import dataclass
from typing import Any

from application.block.homes import HomesOfBlocks
from application.shared.casework import Act, Ask
from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import block
from domain.block.commands import ReleaseBed
from domain.placement.events import PlacementEnded, PlacementNotStarted
from domain.shared.envelope import Recorded
from domain.shared.moments import london_day


@dataclass(frozen=True)
class ReleaseBlockBeds:
    """The child is no longer there, whoever pays for the bed until another is (2.10)."""

    registers: Registers
    name: str = "release-block-beds"
    follows_imports: bool = False
    newest_only: bool = False

    def concerns(self, recorded: Recorded[Any]) -> bool:
        return isinstance(recorded.event, PlacementEnded | PlacementNotStarted)

    def react(self, recorded: Recorded[Any]) -> Act | None:
        over: PlacementEnded | PlacementNotStarted = recorded.event
        ended = isinstance(over, PlacementEnded)
        on, why = london_day(recorded.effective_at), "ended" if ended else "not_started"
        asks = []
        for block_id, bought in HomesOfBlocks(self.registers).of(over.setting_id):
            held = bought.beds.allocation(over.placement_id)
            if held is None or held.leaves <= on:
                continue
            # One that was called off never had a night, whatever day it was called off on.
            free = on if ended else held.arrives
            command = ReleaseBed(placement_id=over.placement_id, on=free, why=why)
            asks.append(Ask(stream_of("block", block_id), block.decider, command))
        return Act(asks) if asks else None
