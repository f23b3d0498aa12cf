"""What a block must remember: what was proposed, on which terms, awarded, and called off."""

from dataclasses import dataclass, replace
from datetime import date

from domain.block import events as came
from domain.block.agreement import BlockTerms
from domain.block.events import BlockEvent
from domain.block.nights import Allocation, Beds, Edition
from domain.shared.errors import CorruptHistory


@dataclass(frozen=True)
class NotProposed:
    """Nobody has asked for these beds."""


@dataclass(frozen=True)
class Proposed:
    proposal: came.BlockProposed


@dataclass(frozen=True)
class Competed:
    proposal: came.BlockProposed
    competed_on: date
    terms: BlockTerms


@dataclass(frozen=True)
class Bought:
    """Awarded to one provider, whatever has come of it since."""

    proposal: came.BlockProposed
    terms: BlockTerms
    award: came.BlockAwarded
    beds: Beds


@dataclass(frozen=True)
class Awarded(Bought):
    """Awarded, and not to be called off yet."""


@dataclass(frozen=True)
class Active(Bought):
    """Its beds can be called off."""


@dataclass(frozen=True)
class Varied(Active):
    """The same, with other beds or another end than were awarded."""


@dataclass(frozen=True)
class Ended(Bought):
    """Over, or to be over on a day that is known."""


Block = NotProposed | Proposed | Competed | Bought


def evolve(block: Block, event: BlockEvent) -> Block:
    """Remember an event. What happened is not argued with: no rule is checked here."""
    match block, event:
        case NotProposed(), came.BlockProposed():
            return Proposed(event)
        case Proposed(), came.BlockCompeted():
            return Competed(block.proposal, event.on, event.terms)
        case Competed(), came.BlockAwarded():
            return _awarded(block, event)
        case Awarded(), came.BlockActivated():
            return Active(block.proposal, block.terms, block.award, block.beds)
        case Bought(), _:
            return _of_what_was_bought(block, event)
        case _:
            raise CorruptHistory(block, event)


def _awarded(block: Competed, event: came.BlockAwarded) -> Awarded:
    since, until = block.proposal.since, block.proposal.until
    beds = Beds(since=since, until=until, editions=(Edition(since, event.homes),))
    return Awarded(block.proposal, block.terms, event, beds)


def _of_what_was_bought(block: Bought, event: BlockEvent) -> Bought:
    match event:
        case came.BlockVaried():
            return Varied(block.proposal, block.terms, block.award, varied(block.beds, event))
        case came.BlockBedAllocated():
            return replace(block, beds=allocated(block.beds, event))
        case came.BlockBedReleased():
            return replace(block, beds=released(block.beds, event))
        case came.BlockEnded():
            beds = ended(block.beds, event.on)
            return Ended(block.proposal, block.terms, block.award, beds)
        case _:
            raise CorruptHistory(block, event)


def varied(beds: Beds, event: came.BlockVaried) -> Beds:
    kept = tuple(each for each in beds.editions if each.from_ < event.from_)
    new = Edition(event.from_, event.homes)
    return replace(beds, editions=(*kept, new), until=event.until)


def allocated(beds: Beds, event: came.BlockBedAllocated) -> Beds:
    new = Allocation(event.placement_id, event.setting_id, event.arrives, event.leaves)
    return replace(beds, allocations=(*beds.allocations, new))


def released(beds: Beds, event: came.BlockBedReleased) -> Beds:
    """A bed given back before its first night was never called off."""
    last = beds.allocation(event.placement_id)
    if last is None:
        raise CorruptHistory(beds, event)
    others = tuple(each for each in beds.allocations if each is not last)
    kept = (replace(last, leaves=min(last.leaves, event.on)),) if last.arrives < event.on else ()
    return replace(beds, allocations=(*others, *kept))


def ended(beds: Beds, on: date) -> Beds:
    until = min(beds.until, on)
    kept = tuple(
        replace(each, leaves=min(each.leaves, until))
        for each in beds.allocations
        if each.arrives < until
    )
    return replace(beds, until=until, allocations=kept)
