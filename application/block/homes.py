"""What the registers say of the homes in which a block buys, and of the blocks of a home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from application.shared.office import stream_of
from application.shared.registers import Registers
from domain import block, setting
from domain.block.agreement import BedsAt, HomeFound
from domain.block.state import Bought
from domain.setting.questions import home_on
from domain.setting.state import Listed
from domain.shared.vocabulary import BlockId, SettingId


@dataclass(frozen=True)
class HomesOfBlocks:
    registers: Registers

    def found(
        self, block_id: BlockId, homes: Sequence[BedsAt], since: date, until: date
    ) -> tuple[HomeFound, ...]:
        """Each home that is listed, as it stands on these nights; the others are left out."""
        listed = [(home, self._listed(home.setting_id)) for home in homes]
        return tuple(
            HomeFound(
                setting_id=home.setting_id,
                provider_id=home_on(entry, since).provider_id,
                places=entry.places().fewest(since, until),
                bought_by_others=sum(
                    other.beds.most_at(home.setting_id, since, until)
                    for other_id, other in self._blocks(entry)
                    if other_id != block_id
                ),
            )
            for home, entry in listed
            if entry is not None
        )

    def on(self, setting_id: SettingId, night: date) -> Sequence[tuple[BlockId, Bought]]:
        """The blocks that have beds in a home on a night; none in one that is not listed."""
        entry = self._listed(setting_id)
        if entry is None:
            return []
        return [each for each in self._blocks(entry) if each[1].beds.at(night, setting_id)]

    def of(self, setting_id: SettingId) -> Sequence[tuple[BlockId, Bought]]:
        """The blocks that have, had or will have beds in a home."""
        entry = self._listed(setting_id)
        return list(self._blocks(entry)) if entry else []

    def _blocks(self, entry: Listed) -> Iterator[tuple[BlockId, Bought]]:
        for block_id in entry.bought_in:
            state = self.registers.office.state(block.decider, stream_of("block", block_id))
            if isinstance(state, Bought):
                yield block_id, state

    def _listed(self, setting_id: SettingId) -> Listed | None:
        stream = stream_of("setting", setting_id)
        state = self.registers.office.state(setting.decider, stream)
        return state if isinstance(state, Listed) else None
