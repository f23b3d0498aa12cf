"""Going on in another category: a lot of seven nights becomes one of months (6-79)."""

from collections.abc import Sequence

from domain.placement.commands.category import Recategorise
from domain.placement.errors import NotOnLot
from domain.placement.events.category import Recategorised
from domain.placement.rules.start import require_not_before
from domain.placement.state import Current
from domain.shared.admission import HomeNotOfLot, require_age_within, require_ends_in_time
from domain.shared.errors import NotFound, WrongState


def recategorise(placement: Current, command: Recategorise) -> Sequence[Recategorised]:
    """A decision: the new lot must be for this age and this kind of home, on that day.

    A lot of so many nights is one to start in: going back would begin them anew (R-61).
    """
    lot, arrangement = command.terms.lot(command.lot), placement.particulars.arrangement
    if lot is None:
        raise NotFound("This version of the contract has no such lot.")
    if arrangement.lot == lot.code:
        raise WrongState(f"The placement is in lot {lot.code} already.")
    if lot.max_nights is not None:
        raise WrongState(f"Lot {lot.code} is for {lot.max_nights} nights from a start in it.")
    require_not_before(placement.started_at, command.on)
    require_age_within(lot.ages, command.born_on, command.on)
    require_ends_in_time(lot, command.born_on, arrangement.planned_end)
    if lot.provision is not command.provision:
        raise HomeNotOfLot(f"Lot {lot.code} is for {lot.provision.value}.")
    if not command.on_lot:
        raise NotOnLot(f"The provider is not on lot {lot.code} on that day.")
    return [
        Recategorised(
            contract_id=command.terms.contract_id,
            contract_version=command.terms.version,
            was=arrangement.lot,
            lot=lot.code,
            on=command.on,
            ends_before_age=lot.ends_before_age,
            by=command.by,
        )
    ]
