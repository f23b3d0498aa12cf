"""What can be asked of a block."""

from datetime import date

from domain.block.agreement import BedsAt, BlockTerms, Code, HomeFound, Purchaser
from domain.shared.messages import Command
from domain.shared.money import PriceLine
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import BlockId, PlacementId, ProviderId, Provision, SettingId, Subject


class ProposeBlock(Command):
    """Say that beds are needed together, for a fixed period (seed row 4-098).

    `until` is the day after the last night.
    """

    block_id: BlockId
    title: str
    reason: Code
    emergency: bool
    provision: Provision
    beds: int
    since: date
    until: date
    admission: AdmissionTerms
    on: date
    by: Subject


class RecordCompetition(Command):
    """Record that providers were asked, and on which terms."""

    on: date
    invited: tuple[ProviderId, ...]
    terms: BlockTerms


class AwardBlock(Command):
    """Award the block to one provider.

    `lines` are one bed's price a week before the discount. `found` is what the register
    says of the homes, `barred` whether the provider may be given nothing new.
    """

    on: date
    provider_id: ProviderId
    homes: tuple[BedsAt, ...]
    lines: tuple[PriceLine, ...]
    discount_basis_points: int | None
    purchasers: tuple[Purchaser, ...]
    evaluators: tuple[Subject, ...]
    found: tuple[HomeFound, ...]
    barred: bool
    by: Subject


class ActivateBlock(Command):
    """Record that the beds can be called off from a day on."""

    on: date


class VaryBlock(Command):
    """Buy other beds from a day on, or until another day. The price of one bed stays."""

    from_: date
    homes: tuple[BedsAt, ...]
    until: date
    reason: Code
    found: tuple[HomeFound, ...]
    by: Subject


class AllocateBed(Command):
    """Call a bed off for the nights of a placement; without `leaves`, to the block's end."""

    placement_id: PlacementId
    setting_id: SettingId
    arrives: date
    leaves: date | None
    by: Subject


class ReleaseBed(Command):
    """Give a bed back from a night on."""

    placement_id: PlacementId
    on: date
    why: Code


class EndBlock(Command):
    """Record that the block is over from a night on, or will be."""

    on: date
    reason: Code


BlockCommand = (
    ProposeBlock
    | RecordCompetition
    | AwardBlock
    | ActivateBlock
    | VaryBlock
    | AllocateBed
    | ReleaseBed
    | EndBlock
)
