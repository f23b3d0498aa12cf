"""The steps a block may take. Read `decide` as its table of transitions."""

from collections.abc import Sequence

from domain.block import commands as ask
from domain.block import events as came
from domain.block.commands import BlockCommand
from domain.block.events import BlockEvent
from domain.block.rules import (
    require_active_provider,
    require_balanced,
    require_complete,
    require_fits,
    require_home_of_block,
    require_homes,
    require_in_order,
    require_period,
)
from domain.block.state import (
    Active,
    Awarded,
    Block,
    Bought,
    Competed,
    NotProposed,
    Proposed,
    allocated,
    varied,
)
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState


def decide(block: Block, command: BlockCommand) -> Sequence[BlockEvent]:
    """Turn a command into the events it causes, or refuse it."""
    match block, command:
        case NotProposed(), ask.ProposeBlock():
            require_period(command.since, command.until)
            return [came.BlockProposed(**dict(command))]
        case Proposed(), ask.RecordCompetition():
            require_in_order(command.on, block.proposal.on)
            return [came.BlockCompeted(**dict(command))]
        case Competed(), ask.AwardBlock():
            return award(block, command)
        case Awarded(), ask.ActivateBlock():
            require_in_order(command.on, block.award.on)
            return [came.BlockActivated(on=command.on)]
        case Active(), ask.VaryBlock():
            return vary(block, command)
        case Active(), ask.AllocateBed():
            return allocate(block, command)
        case Bought(), ask.ReleaseBed():
            return release(block, command)
        case ((Awarded() | Active()), ask.EndBlock()):
            return end(block, command)
        case _:
            raise WrongState.of(block, command)


def award(block: Competed, command: ask.AwardBlock) -> Sequence[BlockEvent]:
    require_in_order(command.on, block.competed_on)
    require_complete(command, discount_asked=block.terms.discount_asked)
    require_active_provider(barred=command.barred)
    require_homes(command.homes, command.found, command.provider_id)
    require_balanced(command.purchasers)
    return [
        came.BlockAwarded(
            on=command.on,
            provider_id=command.provider_id,
            homes=command.homes,
            lines=command.lines,
            discount_basis_points=command.discount_basis_points or 0,
            purchasers=command.purchasers,
            evaluators=command.evaluators,
            by=command.by,
        )
    ]


def vary(block: Active, command: ask.VaryBlock) -> Sequence[BlockEvent]:
    """Other beds from a night on. What is called off already must still have its bed."""
    if command.from_ < block.beds.editions[-1].from_:
        raise EffectiveBeforeStream("The beds were varied from a later night already.")
    require_period(command.from_, command.until)
    require_homes(command.homes, command.found, block.award.provider_id)
    event = came.BlockVaried(
        from_=command.from_,
        homes=command.homes,
        until=command.until,
        reason=command.reason,
        by=command.by,
    )
    last = max((each.leaves for each in block.beds.allocations), default=command.until)
    require_fits(varied(block.beds, event), command.from_, max(last, command.until))
    return [event]


def allocate(block: Active, command: ask.AllocateBed) -> Sequence[BlockEvent]:
    """A bed for every night asked for, or none."""
    require_home_of_block(block.beds, command.setting_id)
    leaves = command.leaves or block.beds.until
    require_period(command.arrives, leaves)
    held = block.beds.allocation(command.placement_id)
    if held is not None and held.leaves > command.arrives:
        raise WrongState("This placement has a bed of this block on these nights.")
    event = came.BlockBedAllocated(
        placement_id=command.placement_id,
        setting_id=command.setting_id,
        arrives=command.arrives,
        leaves=leaves,
        by=command.by,
    )
    require_fits(allocated(block.beds, event), command.arrives, leaves)
    return [event]


def release(block: Bought, command: ask.ReleaseBed) -> Sequence[BlockEvent]:
    held = block.beds.allocation(command.placement_id)
    if held is None or held.leaves <= command.on:
        raise NotFound("This placement has no bed of this block from then on.")
    return [came.BlockBedReleased(**dict(command))]


def end(block: Awarded | Active, command: ask.EndBlock) -> Sequence[BlockEvent]:
    beyond = [each.placement_id for each in block.beds.allocations if each.leaves > command.on]
    return [
        came.BlockEnded(
            on=command.on, reason=command.reason, without_a_bed=tuple(dict.fromkeys(beyond))
        )
    ]
