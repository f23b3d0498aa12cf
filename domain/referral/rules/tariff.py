"""What was tendered: no price above the lot's maxima, line by line and in all (4-112)."""

from domain.referral.errors import PriceContradicts, TariffExceeded
from domain.referral.offer import Offer
from domain.shared.money import PriceKind
from domain.shared.tariff import above_tariff, weekly_by_kind
from domain.shared.terms import LotTerms


def require_within_tariff(offer: Offer, lot: LotTerms) -> None:
    """Refuse a price above a tendered maximum, and name each one that is exceeded."""
    hourly = offer.content.hourly_rate if offer.content else None
    above = dict(above_tariff(offer.price, lot, hourly))
    if above:
        told = {name: f"{asked} > {most}" for name, (asked, most) in above.items()}
        raise TariffExceeded(
            f"Above the tendered maximum: {', '.join(above)}, in pence.", exceeded=told
        )


def require_hours_at_their_rate(offer: Offer) -> None:
    """Refuse a line for support that is not its hours at the rate named, to the penny."""
    rate = offer.content.hourly_rate if offer.content else None
    if rate is None:
        return
    asked = weekly_by_kind(offer.price).get(PriceKind.SUPPORT_HOURS, 0)
    # Half a penny is not owed: an odd half hour at an odd rate is rounded down.
    due = offer.half_hours * rate // 2
    if asked != due:
        raise PriceContradicts(
            f"{offer.half_hours / 2:g} hours at {rate} pence come to {due}, not {asked}.",
            line=asked,
            hours_at_rate=due,
        )
