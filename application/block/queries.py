"""What can be read of blocks: which there are, one of them, and its empty nights."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from application.block.shown import BlockView, BlockVoids, ListedBlock, shown, shown_voids
from application.shared.asking import AsOf, LogTimes
from application.shared.office import stream_of
from application.shared.ports import History, Reads
from domain.block import decider
from domain.block.chronology import chronology
from domain.block.events import BlockEvent
from domain.block.state import Bought
from domain.block.voids import Nights, voids
from domain.placement.chronology import chronology as stays_of
from domain.shared.envelope import GssCode
from domain.shared.errors import NotFound
from domain.shared.moments import london_day
from domain.shared.vocabulary import PlacementId


class BlockList(Protocol):
    def listed(
        self, council: GssCode, of: AsOf, *, after: UUID | None, limit: int
    ) -> Sequence[ListedBlock]:
        """The blocks that a council put on record, with the stage of the day."""
        ...


@dataclass(frozen=True)
class BlockRecords:
    """One block's history, cut at a position and asked about a day."""

    streams: Reads
    log_times: LogTimes

    def view(self, block_id: UUID, of: AsOf) -> BlockView:
        history, position = self._history(block_id, of)
        held = [each for each in chronology(history.events) if each.covers(of.day)]
        if not held:
            raise NotFound
        state = history.folded(decider)
        return shown(
            block_id, state, held[-1].stage, day=of.day, version=history.version, position=position
        )

    def voids(self, block_id: UUID, of: AsOf, first: date | None) -> BlockVoids:
        """The nights from the first, or the block's first, up to the day, which is not over."""
        history, position = self._history(block_id, of)
        state = history.folded(decider)
        if not isinstance(state, Bought):
            raise NotFound("Nothing was bought in this block.")
        told = voids(state, self._lived(state, position), first or state.beds.since, of.day)
        return shown_voids(block_id, state, told, position)

    def _lived(self, state: Bought, position: int) -> Mapping[PlacementId, Sequence[Nights]]:
        placements = {each.placement_id for each in state.beds.allocations}
        return {each: self._nights(each, position) for each in placements}

    def _nights(self, placement_id: PlacementId, position: int) -> Sequence[Nights]:
        history = self.streams.read(stream_of("placement", placement_id), position)
        return [
            (london_day(stay.since), None if stay.until is None else london_day(stay.until))
            for stay in stays_of(history.events).stays
        ]

    def _history(self, block_id: UUID, of: AsOf) -> tuple[History[BlockEvent], int]:
        position = of.position_of(self.log_times)
        history = self.streams.read(stream_of("block", block_id), position)
        if not history.events:
            raise NotFound
        return history, position
