"""The made-up providers: what they sell, and on which lots of the contracts they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from uuid import UUID

from application.shared.casework import Ask
from domain.provider.commands import AdmitToLot, RegisterProvider
from domain.provider.vocabulary import Evidence, Sector
from domain.shared.messages import Command
from domain.shared.vocabulary import ContractId, ProviderId, Provision
from interface.demo.acting import ask, demo_id

DPS = ContractId(UUID("b06eb095-efe9-56a8-87bf-57a8eb0636a1"))
FOSTERING = ContractId(UUID("7d6a5b07-f767-52a2-bd9c-b71ea3278029"))
RESIDENTIAL = ContractId(UUID("e7279a30-c85b-50f7-bcb6-6d1896f55700"))

ON_THE_DPS = date(2021, 4, 1)
ON_THE_FRAMEWORKS = date(2026, 4, 1)
FIRST = ("Alder", "Bracken", "Clover", "Dapple", "Ember", "Fennel", "Gorse", "Hazel", "Ivory")
_LAST = ("Bridge", "Lantern", "Meadow")


@dataclass(frozen=True)
class Trade:
    """What a group of providers sells, and on which lots."""

    kind: str
    count: int
    contract_id: ContractId
    lots: tuple[str, ...]
    since: date
    provisions: frozenset[Provision]


TRADES = (
    Trade(
        "Supported Living",
        11,
        DPS,
        ("1.1", "1.2", "1.3", "2.1", "2.2", "2.3"),
        ON_THE_DPS,
        frozenset({Provision.SUPPORTED_ACCOMMODATION}),
    ),
    Trade(
        "Children's Homes",
        10,
        RESIDENTIAL,
        ("R1", "R2"),
        ON_THE_FRAMEWORKS,
        frozenset(
            {Provision.CHILDRENS_HOME, Provision.RESIDENTIAL_SCHOOL, Provision.FAMILY_CENTRE}
        ),
    ),
    Trade("Fostering", 4, FOSTERING, ("F1",), ON_THE_FRAMEWORKS, frozenset()),
)


@dataclass(frozen=True)
class Organisation:
    provider_id: ProviderId
    name: str
    trade: Trade


def organisations() -> Iterator[Organisation]:
    names = (f"Demo {first} {last}" for last in _LAST for first in FIRST)
    for trade in TRADES:
        for name in islice(names, trade.count):
            provider_id = ProviderId(demo_id(f"provider/{name}"))
            yield Organisation(provider_id, f"{name} {trade.kind}", trade)


def entered(each: Organisation) -> Ask:
    return ask(
        "provider",
        each.provider_id,
        RegisterProvider(
            provider_id=each.provider_id,
            name=each.name,
            company_number=None,
            contact=f"placements@{str(each.provider_id)[:8]}.example",
            sector=Sector.PRIVATE,
        ),
        *_memberships(each.trade),
    )


def _memberships(trade: Trade) -> Iterable[Command]:
    return (
        AdmitToLot(
            contract_id=trade.contract_id,
            lot=lot,
            from_=trade.since,
            evidence=frozenset(Evidence),
        )
        for lot in trade.lots
    )
