"""What happens to blocks of beds, told."""

from application.case.sentences.wording import Sentences
from domain.block import events as b

BLOCK: Sentences = {
    b.BlockProposed: "{e.beds} beds are needed together from {e.since}: {e.reason:code}.",
    b.BlockCompeted: "Providers were asked for the block on {e.on}, on stated terms.",
    b.BlockAwarded: "The block was awarded to provider {e.provider_id} on {e.on}.",
    b.BlockActivated: "The beds of the block can be called off from {e.on}.",
    b.BlockVaried: "Other beds are bought from {e.from_}: {e.reason:code}.",
    b.BlockBedAllocated: "Placement {e.placement_id} called off a bed from {e.arrives}.",
    b.BlockBedReleased: "Placement {e.placement_id} gave its bed back on {e.on}: {e.why:code}.",
    b.BlockEnded: "The block is over on {e.on}: {e.reason:code}.",
}
