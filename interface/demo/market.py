"""The market: made-up providers on the contracts' lots, their homes and flats, and carers.

Two kinds of homes: those that the return names, listed here under their URNs so that the
import finds them; and flats with free places, which nobody lives in yet.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle

from application.access.principal import Role
from application.imports.ssda903 import PlannedPlacement, ReturnPlan
from application.imports.ssda903.carrying_out.stays import StayThere, most_at_once
from domain.shared.terms import AgeRange
from domain.shared.vocabulary import ProviderId, Provision, SettingId
from interface.demo.acting import Acting, demo_id
from interface.demo.new_homes import NewHome
from interface.demo.organisations import DPS, FIRST, TRADES, Organisation, entered, organisations

LOT = "2.2"
FLATS_FROM = date(2024, 4, 1)
SUPPORTED_AGES = AgeRange(first=16, before=18)

PLACES_IN_FLATS = 6
CARERS = 12
SELLERS = 6

BOUGHT = frozenset({"PR4", "PR5"})


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
            asks = [entered(each), *(home.listed() for home in homes[each.provider_id])]
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
                name=f"{FIRST[number]} Court",
                provision=Provision.SUPPORTED_ACCOMMODATION,
                provider_id=each.provider_id,
                places=PLACES_IN_FLATS,
                urn=f"SC9800{number:02}",
                since=FLATS_FROM,
                ages=SUPPORTED_AGES,
            )
            for number, each in enumerate(sellers)
        ]


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
        name=f"{urn[-3:]} Demo {FIRST[int(urn[-3:]) % len(FIRST)]} House",
        provision=provision,
        provider_id=runner,
        places=most_at_once(nights) + 1,
        postcode=stays[0].postcode or "",
        urn=urn,
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
