"""Buying beds together, and calling them off."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from application.block.homes import HomesOfBlocks
from application.shared.casework import Act, Ask
from application.shared.office import Office, stream_of
from application.shared.ports import Occasion, Receipt
from application.shared.registers import Registers
from domain import placement, setting
from domain.block import BlockCommand, decider
from domain.block.agreement import BedsAt, Code, Purchaser
from domain.block.commands import AllocateBed, AwardBlock, ProposeBlock, VaryBlock
from domain.block.state import Bought, Competed
from domain.placement.state import Ended, Known, NotStarted
from domain.setting.commands.register import NoteBedsBought
from domain.shared.errors import WrongState
from domain.shared.money import PriceLine
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import BlockId, PlacementId, ProviderId, Provision, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which beds are needed together, and for which nights."""

    title: str
    reason: Code
    emergency: bool
    provision: Provision
    beds: int
    since: date
    until: date
    admission: AdmissionTerms
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardContent:
    """Who was awarded the beds, at what price, who judged, and which councils pay."""

    on: date
    provider_id: ProviderId
    homes: tuple[BedsAt, ...]
    lines: tuple[PriceLine, ...]
    discount_basis_points: int | None
    purchasers: tuple[Purchaser, ...]
    evaluators: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """Other beds from a night on, until a day that may be another than was awarded."""

    from_: date
    homes: tuple[BedsAt, ...]
    until: date | None
    reason: Code


@dataclass(frozen=True)
class BlockHandlers:
    registers: Registers

    @property
    def office(self) -> Office:
        return self.registers.office

    def propose(self, occasion: Occasion, wanted: Wanted) -> Receipt:
        block_id = BlockId(self.office.ids.new())
        told = {name: getattr(wanted, name) for name in Wanted.__slots__}
        by = Subject(occasion.actor.subject)
        command = ProposeBlock(block_id=block_id, by=by, **told)
        ids = {"block_id": str(block_id)}
        return self.office.act(occasion, stream_of("block", block_id), decider, command, ids=ids)

    def do(
        self, occasion: Occasion, block_id: UUID, command: BlockCommand, expecting: int | None
    ) -> Receipt:
        """Carry out a command that needs nothing but itself."""
        stream = stream_of("block", block_id)
        return self.office.act(occasion, stream, decider, command, expecting=expecting)

    def award(
        self, occasion: Occasion, block_id: UUID, content: AwardContent, expecting: int
    ) -> Receipt:
        """Award the beds; each home notes in the same stroke that it has beds of this block."""
        stream = stream_of("block", block_id)

        def plan() -> Act:
            state = self.office.known(decider, stream, Competed)
            homes = HomesOfBlocks(self.registers)
            nights = state.proposal.since, state.proposal.until
            command = AwardBlock(
                **{name: getattr(content, name) for name in AwardContent.__slots__},
                found=homes.found(BlockId(block_id), content.homes, *nights),
                barred=self.registers.is_barred(content.provider_id),
                by=Subject(occasion.actor.subject),
            )
            asked = Ask(stream, decider, command, expecting=expecting)
            return Act([asked, *_noted(BlockId(block_id), content.homes)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def vary(
        self, occasion: Occasion, block_id: UUID, variation: Variation, expecting: int
    ) -> Receipt:
        """Buy other beds from a night on, at the price of the award."""
        stream = stream_of("block", block_id)

        def plan() -> Act:
            state = self.office.known(decider, stream, Bought)
            until = variation.until or state.beds.until
            homes = HomesOfBlocks(self.registers)
            found = homes.found(BlockId(block_id), variation.homes, variation.from_, until)
            command = VaryBlock(
                from_=variation.from_,
                homes=variation.homes,
                until=until,
                reason=variation.reason,
                found=found,
                by=Subject(occasion.actor.subject),
            )
            asked = Ask(stream, decider, command, expecting=expecting)
            return Act([asked, *_noted(BlockId(block_id), variation.homes)])

        return self.office.casework.do(occasion, plan, turn=stream)

    def call_off(
        self,
        occasion: Occasion,
        block_id: UUID,
        placement_id: UUID,
        arrives: date,
        leaves: date | None,
    ) -> Receipt:
        """Call a bed off for a placement, in the home that it is for. It approves nothing else."""
        stream = stream_of("block", block_id)

        def plan() -> Act:
            lives = self.office.known(
                placement.decider, stream_of("placement", placement_id), Known
            )
            if isinstance(lives, NotStarted | Ended):
                raise WrongState("This placement was called off, or is over.")
            command = AllocateBed(
                placement_id=PlacementId(placement_id),
                setting_id=lives.particulars.arrangement.setting_id,
                arrives=arrives,
                leaves=leaves,
                by=Subject(occasion.actor.subject),
            )
            return Act([Ask(stream, decider, command)])

        return self.office.casework.do(occasion, plan, turn=stream)


def _noted(block_id: BlockId, homes: tuple[BedsAt, ...]) -> list[Ask]:
    noted = NoteBedsBought(block_id=block_id)
    return [Ask(stream_of("setting", h.setting_id), setting.decider, noted) for h in homes]
