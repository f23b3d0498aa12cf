"""What a block obeys, one function for each rule.

Source: docs/domain/02, 2.10; docs/domain/05, 5.2 (two evaluators, A); seed rows 4-098 to
4-100; R-10, R-11, R-82.
"""

from collections.abc import Mapping, Sequence
from datetime import date

from domain.block.agreement import BedsAt, HomeFound, Purchaser
from domain.block.commands import AwardBlock
from domain.block.errors import (
    AwardIncomplete,
    HomeNotOfBlock,
    MoreBedsThanPlaces,
    NoBedFree,
    PeriodContradicts,
)
from domain.block.nights import Beds
from domain.shared.admission import ProviderSuspended
from domain.shared.discounts import BEDS_OF_ONE_AWARD
from domain.shared.errors import EffectiveBeforeStream
from domain.shared.money import FundingSplitUnbalanced
from domain.shared.sharing import split
from domain.shared.vocabulary import Pence, ProviderId, SettingId

EVALUATORS = 2
"""How many people judge a block (docs/domain/05, 5.2; A)."""


def beds_of(homes: Sequence[BedsAt]) -> int:
    return sum(home.beds for home in homes)


def require_period(since: date, until: date) -> None:
    if until <= since:
        raise PeriodContradicts(f"It would end on {until} and begin on {since}.")


def require_in_order(on: date, before: date) -> None:
    """Refuse a step dated before the one that it follows."""
    if on < before:
        raise EffectiveBeforeStream(f"The step before it was taken on {before}.")


def require_complete(award: AwardBlock, *, discount_asked: bool) -> None:
    """Refuse an award with gaps, and name them all: evaluators, beds, price, discount."""
    asked = discount_asked and beds_of(award.homes) >= BEDS_OF_ONE_AWARD
    there = {
        "homes": bool(award.homes),
        "price": bool(award.lines),
        "purchasers": bool(award.purchasers),
        "evaluators": len(set(award.evaluators)) >= EVALUATORS,
        "discount_basis_points": not asked or award.discount_basis_points is not None,
    }
    missing = [name for name, is_there in there.items() if not is_there]
    if missing:
        raise AwardIncomplete(missing)


def require_balanced(purchasers: Sequence[Purchaser]) -> None:
    """Refuse purchasers whose parts are not the whole exactly, or that no one council leads."""
    councils = [each.council for each in purchasers]
    if len(set(councils)) != len(councils):
        raise PeriodContradicts("A council is named twice.")
    shares_of(Pence(0), purchasers)


def shares_of(total: Pence, purchasers: Sequence[Purchaser]) -> Mapping[str, Pence]:
    """A sum shared out: floored to the penny, the rest to the lead (R-11)."""
    leads = [place for place, each in enumerate(purchasers) if each.lead]
    if len(leads) != 1:
        raise FundingSplitUnbalanced("Name exactly one lead.")
    parts = {place: each.basis_points for place, each in enumerate(purchasers)}
    shared = split(total, parts, leads[0])
    return {purchasers[place].council: pence for place, pence in shared.items()}


def require_active_provider(*, barred: bool) -> None:
    if barred:
        raise ProviderSuspended


def require_homes(
    homes: Sequence[BedsAt], found: Sequence[HomeFound], provider_id: ProviderId
) -> None:
    """Refuse a home that the provider does not run, or that has fewer places than beds."""
    if len({home.setting_id for home in homes}) != len(homes):
        raise PeriodContradicts("A home is named twice.")
    known = {each.setting_id: each for each in found}
    for home in homes:
        its = known.get(home.setting_id)
        if its is None or its.provider_id != provider_id:
            raise HomeNotOfBlock(f"Home {home.setting_id} is not run by this provider.")
        if home.beds + its.bought_by_others > its.places:
            raise MoreBedsThanPlaces(
                f"Home {home.setting_id} has {its.places} places, and other blocks "
                f"{its.bought_by_others} beds in them."
            )


def require_home_of_block(beds: Beds, setting_id: SettingId) -> None:
    if not any(h.setting_id == setting_id for each in beds.editions for h in each.homes):
        raise HomeNotOfBlock("The placement is in no home of this block.")


def require_fits(beds: Beds, first: date, until: date) -> None:
    """Refuse what would have more beds called off than bought, on any night of a time."""
    night = beds.first_overfull(beds.turns(first, until))
    if night is not None:
        raise NoBedFree(f"On {night} no bed is free.", night=night.isoformat())
