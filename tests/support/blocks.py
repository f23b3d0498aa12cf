"""Blocks for tests: five beds in two homes with five per cent off, unless told otherwise."""

from datetime import date
from typing import Any
from uuid import UUID

from domain.block import Block, BlockCommand, BlockEvent, decider
from domain.block import commands as ask
from domain.block import events as came
from domain.block.agreement import BedsAt, BlockTerms, HomeFound, Purchaser
from domain.block.state import Bought
from domain.shared.envelope import GssCode
from domain.shared.money import PriceKind, PriceLine
from domain.shared.specialist import AdmissionTerms
from domain.shared.vocabulary import BlockId, PlacementId, ProviderId, Provision, SettingId, Subject
from tests.support.scenario import Case

block: Case[BlockCommand, Block, BlockEvent] = Case(decider)

BLOCK = BlockId(UUID(int=900))
PROVIDER, OTHER_PROVIDER = ProviderId(UUID(int=910)), ProviderId(UUID(int=911))
ELM, OAK = SettingId(UUID(int=920)), SettingId(UUID(int=921))
ALEX, BILLIE, CHRIS = (PlacementId(UUID(int=n)) for n in (1, 2, 3))
MORGAN, CAM, CLEO = Subject("morgan"), Subject("cam"), Subject("cleo")
DERBY, DERBYSHIRE = GssCode("E06000015"), GssCode("E10000007")

SINCE, UNTIL = date(2026, 3, 1), date(2026, 9, 1)
HOME = PriceLine(kind=PriceKind.ACCOMMODATION, weekly=65_000)
SUPPORT = PriceLine(kind=PriceKind.SUPPORT_HOURS, weekly=25_000)
TERMS = BlockTerms(discount_asked=True)
ALONE = (Purchaser(council=DERBY, basis_points=10_000, lead=True),)


def beds(elm: int, oak: int = 0) -> tuple[BedsAt, ...]:
    wanted = ((ELM, elm), (OAK, oak))
    return tuple(BedsAt(setting_id=home, beds=count) for home, count in wanted if count)


def found(elm: int = 20, oak: int = 20) -> tuple[HomeFound, ...]:
    return tuple(
        HomeFound(setting_id=home, provider_id=PROVIDER, places=places)
        for home, places in ((ELM, elm), (OAK, oak))
    )


def propose(**changed: Any) -> ask.ProposeBlock:
    said = {
        "block_id": BLOCK,
        "title": "Winter beds",
        "reason": "arrivals",
        "emergency": True,
        "provision": Provision.SUPPORTED_ACCOMMODATION,
        "beds": 5,
        "since": SINCE,
        "until": UNTIL,
        "admission": AdmissionTerms(),
        "on": date(2026, 2, 1),
        "by": CAM,
    }
    return ask.ProposeBlock(**{**said, **changed})


def proposed(**changed: Any) -> came.BlockProposed:
    return came.BlockProposed(**dict(propose(**changed)))


def competed(terms: BlockTerms = TERMS) -> came.BlockCompeted:
    return came.BlockCompeted(on=date(2026, 2, 5), invited=(PROVIDER,), terms=terms)


def award(homes: tuple[BedsAt, ...] | None = None, **changed: Any) -> ask.AwardBlock:
    said = {
        "on": date(2026, 2, 10),
        "provider_id": PROVIDER,
        "homes": beds(3, 2) if homes is None else homes,
        "lines": (HOME, SUPPORT),
        "discount_basis_points": 500,
        "purchasers": ALONE,
        "evaluators": (CAM, CLEO),
        "found": found(),
        "barred": False,
        "by": CAM,
    }
    return ask.AwardBlock(**{**said, **changed})


def awarded(homes: tuple[BedsAt, ...] | None = None, **changed: Any) -> came.BlockAwarded:
    said = dict(award(homes, **changed))
    return came.BlockAwarded(**{k: v for k, v in said.items() if k not in {"found", "barred"}})


def running(
    homes: tuple[BedsAt, ...] | None = None, terms: BlockTerms = TERMS, **changed: Any
) -> list[BlockEvent]:
    """A block whose beds can be called off."""
    activated = came.BlockActivated(on=SINCE)
    return [proposed(), competed(terms), awarded(homes, **changed), activated]


def vary(homes: tuple[BedsAt, ...], from_: date, until: date = UNTIL) -> ask.VaryBlock:
    return ask.VaryBlock(
        from_=from_, homes=homes, until=until, reason="one_released", found=found(), by=CAM
    )


def varied(homes: tuple[BedsAt, ...], from_: date, until: date = UNTIL) -> came.BlockVaried:
    return came.BlockVaried(from_=from_, homes=homes, until=until, reason="one_released", by=CAM)


def allocate(
    placement: PlacementId = ALEX,
    home: SettingId = ELM,
    arrives: date = SINCE,
    leaves: date | None = None,
) -> ask.AllocateBed:
    return ask.AllocateBed(
        placement_id=placement, setting_id=home, arrives=arrives, leaves=leaves, by=MORGAN
    )


def allocated(
    placement: PlacementId = ALEX,
    home: SettingId = ELM,
    arrives: date = SINCE,
    leaves: date = UNTIL,
) -> came.BlockBedAllocated:
    return came.BlockBedAllocated(
        placement_id=placement, setting_id=home, arrives=arrives, leaves=leaves, by=MORGAN
    )


def bought(*history: BlockEvent) -> Bought:
    state = decider.replay(history)
    assert isinstance(state, Bought)
    return state
