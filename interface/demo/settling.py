"""A whole council, made: its return imported as any return is, and a live market around it."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from application.imports.ssda903.years import CollectionYear
from application.reference.shipped import FirstEditions, service_itself
from domain.shared.vocabulary import ContractId, ProviderId
from infrastructure.geography.gazetteer import subset
from infrastructure.reference.shipped import ShippedEditions
from interface.bootstrap import Running
from interface.demo.acting import DERBY, Acting
from interface.demo.chosen import Chosen
from interface.demo.council import Postcode, write_return
from interface.demo.council.shape import YEAR
from interface.demo.faults import Fault, Faults
from interface.demo.market import LOT, Flats, Market
from interface.demo.moves import Moves
from interface.demo.organisations import DPS
from interface.demo.staff import Roll, Staff
from interface.importing import carry_out, data_officer, read_return

RETURN = "ssda903"
"""The folder, in the service's own, that the return is written to and imported from."""


class ReturnRefused(Exception):
    """A line of our own return was refused: the generator and the import disagree."""


@dataclass(frozen=True)
class DemoCouncil:
    """What there is to show. `sellers` are active providers on the lot, with free flats."""

    contract_id: ContractId
    lot: str
    sellers: Sequence[Flats]
    faults: Sequence[Fault]
    told: str
    year: CollectionYear


def settle(running: Running) -> DemoCouncil:
    """Make the council in a service that holds nothing, or its first editions and no more.

    The homes that the council buys from are listed before the import, so that it finds them.
    """
    began = time.monotonic()
    FirstEditions(running.office, ShippedEditions()).publish(service_itself(DERBY))
    acting, market = Acting(running), Market(Acting(running))
    folder = running.settings.home / RETURN
    summary = write_return(folder, _postcodes())
    plan = read_return(running, folder, YEAR, DERBY)
    sellers = market.lay(plan)
    imported = carry_out(running, plan, data_officer(DERBY))
    if imported.plan.refused:
        raise ReturnRefused(f"{len(imported.plan.refused)} lines")
    roll = Roll(plan.children, plan.year)
    chosen = Chosen.among(roll, acting.today())
    Staff(acting, chosen.unallocated, chosen.reviewed).take_on(roll)
    acting.quiet()
    faults = Faults(Moves(acting), chosen, *_runners(market)).plant()
    acting.quiet()
    took = time.monotonic() - began
    told = (
        f"{summary.open} children in care and {summary.left} who left, "
        f"{len(market.providers)} providers, {imported.events} facts imported, in {took:.0f} s"
    )
    return DemoCouncil(DPS, LOT, sellers, faults, told, YEAR)


def _runners(market: Market) -> tuple[ProviderId, ProviderId]:
    """Who runs the homes that the faults are in, and who is suspended: none of the sellers."""
    others = [each for each in market.providers if each.trade.contract_id == DPS]
    return others[-1].provider_id, others[-2].provider_id


def _postcodes() -> Sequence[Postcode]:
    return [
        Postcode(postcode, entry.point.easting, entry.point.northing, entry.district)
        for postcode, entry in subset().items()
        if entry.point and entry.district
    ]
