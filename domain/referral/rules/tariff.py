"""What was tendered: no price above the lot's maxima, line by line and in all (4-112)."""

from collections import Counter
from collections.abc import Iterator

from domain.referral.errors import PriceContradicts, TariffExceeded
from domain.referral.offer import Offer
from domain.shared.money import PriceKind, weekly_total
from domain.shared.terms import LotTerms
from domain.shared.vocabulary import Pence


def require_within_tariff(offer: Offer, lot: LotTerms) -> None:
    """Refuse a price above a tendered maximum, and name each one that is exceeded."""
    above = dict(_above(offer, lot))
    if above:
        told = {name: f"{asked} > {most}" for name, (asked, most) in above.items()}
        raise TariffExceeded(
            f"Above the tendered maximum: {', '.join(above)}, in pence.", exceeded=told
        )


def _above(offer: Offer, lot: LotTerms) -> Iterator[tuple[str, tuple[int, int]]]:
    weekly = weekly_total(offer.price)
    if lot.weekly_ceiling is not None and weekly > lot.weekly_ceiling:
        yield "weekly", (weekly, lot.weekly_ceiling)
    for kind, asked in weekly_by_kind(offer).items():
        most = lot.line_ceilings.get(kind)
        if most is not None and asked > most:
            yield kind.value, (asked, most)
    hourly = offer.content.hourly_rate if offer.content else None
    if hourly is not None and lot.hourly_ceiling is not None and hourly > lot.hourly_ceiling:
        yield "hourly", (hourly, lot.hourly_ceiling)


def weekly_by_kind(offer: Offer) -> dict[PriceKind, Pence]:
    """Pence a week by what they are for: a kind in two lines is priced as one."""
    found = Counter[PriceKind]()
    for line in offer.price:
        found[line.kind] += line.weekly
    return {kind: Pence(weekly) for kind, weekly in found.items()}


def require_hours_at_their_rate(offer: Offer) -> None:
    """Refuse a line for support that is not its hours at the rate named, to the penny."""
    rate = offer.content.hourly_rate if offer.content else None
    if rate is None:
        return
    asked = weekly_by_kind(offer).get(PriceKind.SUPPORT_HOURS, 0)
    # Half a penny is not owed: an odd half hour at an odd rate is rounded down.
    due = offer.half_hours * rate // 2
    if asked != due:
        raise PriceContradicts(
            f"{offer.half_hours / 2:g} hours at {rate} pence come to {due}, not {asked}.",
            line=asked,
            hours_at_rate=due,
        )
