"""What can happen to a block.

Periods and prices are agreed for days to come; an event is effective on the day on which
the step was taken, and the nights are its fields.
"""

from datetime import date
from typing import ClassVar

from domain.block.agreement import BedsAt, BlockTerms, Code, Purchaser
from domain.shared.messages import Event
from domain.shared.money import PriceLine
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import BlockId, PlacementId, ProviderId, Provision, SettingId, Subject


class BlockProposed(Event):
    """Beds are needed together, for the nights from `since` until, and without, `until`."""

    stored_as: ClassVar[str] = "block.proposed.v1"

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

    def effective(self) -> date:
        return self.on


class BlockCompeted(Event):
    """Providers were asked, on terms set out to all of them (seed row 4-100)."""

    stored_as: ClassVar[str] = "block.competed.v1"

    on: date
    invited: tuple[ProviderId, ...]
    terms: BlockTerms

    def effective(self) -> date:
        return self.on


class BlockAwarded(Event):
    """One provider was awarded the beds: one award, whose size the discount goes by (R-10).

    `lines` are one bed's price a week before the discount of `discount_basis_points`.
    """

    stored_as: ClassVar[str] = "block.awarded.v1"

    on: date
    provider_id: ProviderId
    homes: tuple[BedsAt, ...]
    lines: tuple[PriceLine, ...]
    discount_basis_points: int
    purchasers: tuple[Purchaser, ...]
    evaluators: tuple[Subject, ...]
    by: Subject

    def effective(self) -> date:
        return self.on


class BlockActivated(Event):
    """The beds can be called off."""

    stored_as: ClassVar[str] = "block.activated.v1"

    on: date

    def effective(self) -> date:
        return self.on


class BlockVaried(Event):
    """From a night on these are the beds, and the period ends on another day or the same."""

    stored_as: ClassVar[str] = "block.varied.v1"

    from_: date
    homes: tuple[BedsAt, ...]
    until: date
    reason: Code
    by: Subject


class BlockBedAllocated(Event):
    """A placement called a bed off, for the nights from `arrives` until, and without, `leaves`."""

    stored_as: ClassVar[str] = "block.bed_allocated.v1"

    placement_id: PlacementId
    setting_id: SettingId
    arrives: date
    leaves: date
    by: Subject


class BlockBedReleased(Event):
    """The bed is free again from this night on."""

    stored_as: ClassVar[str] = "block.bed_released.v1"

    placement_id: PlacementId
    on: date
    why: Code


class BlockEnded(Event):
    """The block is over from this night on; `without_a_bed` had called one off beyond it."""

    stored_as: ClassVar[str] = "block.ended.v1"

    on: date
    reason: Code
    without_a_bed: tuple[PlacementId, ...]


BlockEvent = (
    BlockProposed
    | BlockCompeted
    | BlockAwarded
    | BlockActivated
    | BlockVaried
    | BlockBedAllocated
    | BlockBedReleased
    | BlockEnded
)
