"""The market: made-up providers on the contracts' lots, their homes and flats, and carers.

Two kinds of homes: those that the return names, listed here under their URNs so that the
import finds them; and flats with free places, which nobody lives in yet.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle, islice
from uuid import UUID

from application.access.principal import Role
from application.imports.ssda903 import PlannedPlacement, ReturnPlan
from application.imports.ssda903.carrying_out.stays import StayThere, most_at_once
from application.shared.casework import Ask
from domain.provider.commands import AdmitToLot, RegisterProvider
from domain.provider.vocabulary import Evidence, Sector
from domain.setting.commands.register import RecordRegistration, RegisterSetting
from domain.setting.registration import RegistrationKind
from domain.shared.messages import Command
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ContractId, ProviderId, Provision, SettingId
from infrastructure.geography.gazetteer import Gazetteer
from interface.demo.acting import DERBY, Acting, ask, demo_id

DPS = ContractId(UUID("b06eb095-efe9-56a8-87bf-57a8eb0636a1"))
FOSTERING = ContractId(UUID("7d6a5b07-f767-52a2-bd9c-b71ea3278029"))
RESIDENTIAL = ContractId(UUID("e7279a30-c85b-50f7-bcb6-6d1896f55700"))

LOT = "2.2"
SINCE = date(2010, 1, 1)
"""Before any stay of the return began."""

ON_THE_DPS = date(2021, 4, 1)
ON_THE_FRAMEWORKS = date(2026, 4, 1)
FLATS_FROM = date(2024, 4, 1)
SUPPORTED_AGES = AgeRange(first=16, before=18)

PLACES_IN_FLATS = 6
CARERS = 12
SELLERS = 6

_FIRST = ("Alder", "Bracken", "Clover", "Dapple", "Ember", "Fennel", "Gorse", "Hazel", "Ivory")
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

KINDS = {
    Provision.SUPPORTED_ACCOMMODATION: RegistrationKind.SUPPORTED_ACCOMMODATION,
    Provision.CHILDRENS_HOME: RegistrationKind.CHILDRENS_HOME,
    Provision.RESIDENTIAL_SCHOOL: RegistrationKind.RESIDENTIAL_SCHOOL,
    Provision.FAMILY_CENTRE: RegistrationKind.FAMILY_CENTRE,
    Provision.FOSTERING: RegistrationKind.FOSTER_APPROVAL,
}
BOUGHT = frozenset({"PR4", "PR5"})


@dataclass(frozen=True)
class Organisation:
    provider_id: ProviderId
    name: str
    trade: Trade


@dataclass(frozen=True)
class NewHome:
    """A home as the market lists it; `registered_until` is the day a registration runs out."""

    setting_id: SettingId
    name: str
    provision: Provision
    provider_id: ProviderId | None
    places: int
    postcode: str = "DE1 2FS"
    urn: str | None = None
    since: date = SINCE
    ages: AgeRange | None = None
    registered: bool = True
    registered_until: date | None = None

    def listed(self) -> Ask:
        return ask("setting", self.setting_id, *self._commands())

    def _commands(self) -> Iterator[Command]:
        entry = Gazetteer.installed().locate(self.postcode)
        yield RegisterSetting(
            setting_id=self.setting_id,
            authority=DERBY,
            provider_id=self.provider_id,
            provision=self.provision,
            name=self.name,
            address=f"{self.name}, Demo Street",
            postcode=self.postcode,
            district=(entry.district if entry else None) or DERBY,
            configured_places=self.places,
            from_=self.since,
        )
        if self.registered:
            yield RecordRegistration(
                kind=KINDS[self.provision],
                urn=self.urn,
                registered_places=self.places,
                ages=self.ages,
                from_=self.since,
                until=self.registered_until,
            )


@dataclass(frozen=True)
class Flats:
    """A provider on lot 2.2, and its flats with free places."""

    provider_id: ProviderId
    setting_id: SettingId


@dataclass(frozen=True)
class Market:
    acting: Acting
    providers: Sequence[Organisation] = field(default_factory=lambda: list(organisations()))

    def lay(self, plan: ReturnPlan) -> Sequence[Flats]:
        """List the providers with their lots and homes, and the council's own carers."""
        homes: dict[ProviderId, list[NewHome]] = defaultdict(list)
        for home in [*returned_homes(plan, self.providers), *self._new_flats()]:
            if home.provider_id is not None:
                homes[home.provider_id].append(home)
        for each in self.providers:
            asks = [_entered(each), *(home.listed() for home in homes[each.provider_id])]
            self.acting.act(Role.COMMISSIONING_MANAGER, asks)
        self.acting.act(Role.COMMISSIONING_MANAGER, [home.listed() for home in _carers()])
        return [
            Flats(home.provider_id, home.setting_id)
            for home in self._new_flats()
            if home.provider_id is not None
        ]

    def _new_flats(self) -> Sequence[NewHome]:
        sellers = [each for each in self.providers if each.trade.contract_id == DPS][:SELLERS]
        return [
            NewHome(
                setting_id=SettingId(demo_id(f"flats/{number}")),
                name=f"{_FIRST[number]} Court",
                provision=Provision.SUPPORTED_ACCOMMODATION,
                provider_id=each.provider_id,
                places=PLACES_IN_FLATS,
                urn=f"SC9800{number:02}",
                since=FLATS_FROM,
                ages=SUPPORTED_AGES,
            )
            for number, each in enumerate(sellers)
        ]


def organisations() -> Iterator[Organisation]:
    names = (f"Demo {first} {last}" for last in _LAST for first in _FIRST)
    for trade in TRADES:
        for name in islice(names, trade.count):
            provider_id = ProviderId(demo_id(f"provider/{name}"))
            yield Organisation(provider_id, f"{name} {trade.kind}", trade)


def returned_homes(plan: ReturnPlan, providers: Sequence[Organisation]) -> Iterator[NewHome]:
    """The homes with a URN that the council buys from, dealt out among those who run such."""
    stays: dict[tuple[str, Provision], list[PlannedPlacement]] = defaultdict(list)
    for stay in (stay for child in plan.children for stay in child.placements):
        if stay.urn and stay.postcode and stay.provider_code in BOUGHT:
            stays[stay.urn, stay.provision].append(stay)
    for trade in TRADES:
        runners = cycle([each for each in providers if each.trade is trade])
        theirs = sorted(key for key in stays if key[1] in trade.provisions)
        for (urn, provision), runner in zip(theirs, runners, strict=False):
            yield _returned(urn, provision, stays[urn, provision], runner.provider_id)


def _returned(
    urn: str, provision: Provision, stays: Sequence[PlannedPlacement], runner: ProviderId
) -> NewHome:
    nights = [StayThere(stay.placement_id, stay.started, stay.ended) for stay in stays]
    return NewHome(
        setting_id=SettingId(demo_id(f"home/{urn}")),
        name=f"{urn[-3:]} Demo {_FIRST[int(urn[-3:]) % len(_FIRST)]} House",
        provision=provision,
        provider_id=runner,
        places=most_at_once(nights) + 1,
        postcode=stays[0].postcode or "",
        urn=urn,
    )


def _entered(each: Organisation) -> Ask:
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


def _carers() -> Iterator[NewHome]:
    """The council's own foster households with nobody in them."""
    for number in range(CARERS):
        yield NewHome(
            setting_id=SettingId(demo_id(f"carer/{number}")),
            name=f"Demo foster household {number + 1}",
            provision=Provision.FOSTERING,
            provider_id=None,
            places=2,
            since=FLATS_FROM,
            ages=AgeRange(first=0, before=18),
        )
