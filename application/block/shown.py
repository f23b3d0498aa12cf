"""What is shown of a block. Money in pence; a child is never named, a placement by its id."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.block.agreement import BlockTerms, Purchaser, Stage
from domain.block.events import BlockAwarded, BlockProposed
from domain.block.nights import Beds
from domain.block.pricing import bed_price, is_discounted, weekly_on
from domain.block.rules import shares_of
from domain.block.state import Block, Bought, Competed, NotProposed, Proposed
from domain.block.voids import Voids
from domain.shared.errors import NotFound
from domain.shared.money import PriceLine
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import Pence, PlacementId, ProviderId, Provision, SettingId, Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedBlock:
    block_id: UUID
    title: str
    emergency: bool
    stage: Stage
    provider_id: ProviderId | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownHome:
    """The beds of a home on the night of the day, and how many of them are called off."""

    setting_id: SettingId
    beds: int
    called_off: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAllocation:
    placement_id: PlacementId
    setting_id: SettingId
    arrives: date
    leaves: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPrice:
    """What a bed and all beds cost a week, going by the night of the day.

    `bed` are one bed's lines after the discount, `award` before it. `discounted` says
    whether the discount applies: from five beds of the one award (R-10).
    """

    award: Sequence[PriceLine]
    bed: Sequence[PriceLine]
    discount_basis_points: int
    discounted: bool
    weekly_pence: Pence
    by_council_pence: Mapping[str, Pence]


@dataclass(frozen=True, kw_only=True)
class BlockView:
    """A block on one day. What was bought is empty until it is awarded."""

    block_id: UUID
    stage: Stage
    title: str
    reason: str
    emergency: bool
    provision: Provision
    beds_wanted: int
    since: date
    until: date
    admission: AdmissionTerms
    terms: BlockTerms | None
    provider_id: ProviderId | None
    evaluators: Sequence[Subject]
    purchasers: Sequence[Purchaser]
    homes: Sequence[ShownHome]
    allocations: Sequence[ShownAllocation]
    price: ShownPrice | None
    version: int
    position: int


@dataclass(frozen=True, kw_only=True)
class BlockVoids:
    """Bed nights up to a day, and what the empty ones cost each council, in pence."""

    block_id: UUID
    nights: Voids
    by_council_pence: Mapping[str, Pence]
    position: int


def shown(
    block_id: UUID, state: Block, stage: Stage, *, day: date, version: int, position: int
) -> BlockView:
    proposal, bought = _proposal(state), state if isinstance(state, Bought) else None
    award, beds = (bought.award, bought.beds) if bought else (None, None)
    return BlockView(
        block_id=block_id,
        stage=stage,
        title=proposal.title,
        reason=proposal.reason,
        emergency=proposal.emergency,
        provision=proposal.provision,
        beds_wanted=proposal.beds,
        since=proposal.since,
        until=beds.until if beds else proposal.until,
        admission=proposal.admission,
        terms=state.terms if isinstance(state, Competed | Bought) else None,
        provider_id=award.provider_id if award else None,
        evaluators=award.evaluators if award else (),
        purchasers=award.purchasers if award else (),
        homes=_homes(beds, day) if beds else (),
        allocations=_allocations(beds, day) if beds else (),
        price=_price(bought, award, day) if bought and award else None,
        version=version,
        position=position,
    )


def shown_voids(block_id: UUID, state: Bought, told: Voids, position: int) -> BlockVoids:
    shared = shares_of(told.void_pence, state.award.purchasers)
    return BlockVoids(block_id=block_id, nights=told, by_council_pence=shared, position=position)


def _proposal(state: Block) -> BlockProposed:
    match state:
        case NotProposed():
            raise NotFound
        case Proposed() | Competed() | Bought():
            return state.proposal


def _homes(beds: Beds, night: date) -> Sequence[ShownHome]:
    named = {home.setting_id for each in beds.editions for home in each.homes}
    return [
        ShownHome(
            setting_id=home,
            beds=beds.at(night, home),
            called_off=beds.called_off(night, home),
            free=beds.at(night, home) - beds.called_off(night, home),
        )
        for home in sorted(named)
    ]


def _allocations(beds: Beds, day: date) -> Sequence[ShownAllocation]:
    return [
        ShownAllocation(
            placement_id=each.placement_id,
            setting_id=each.setting_id,
            arrives=each.arrives,
            leaves=each.leaves,
        )
        for each in beds.allocations
        if each.leaves > day
    ]


def _price(block: Bought, award: BlockAwarded, day: date) -> ShownPrice:
    weekly = weekly_on(block, day)
    return ShownPrice(
        award=award.lines,
        bed=bed_price(block, day),
        discount_basis_points=award.discount_basis_points,
        discounted=is_discounted(block, day),
        weekly_pence=weekly,
        by_council_pence=shares_of(weekly, award.purchasers),
    )
