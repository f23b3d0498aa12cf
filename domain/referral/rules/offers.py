"""What an offer must be, for this child, in this lot, on the day that the pack names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from domain.referral.errors import MatrixOutOfRange
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Offer
from domain.referral.rules.tariff import require_within_tariff
from domain.shared.admission import Home, admission_gates, require_age_within, require_kind
from domain.shared.breaches import Gate
from domain.shared.errors import NotFound
from domain.shared.terms import ContractTerms, LotTerms
from domain.shared.vocabulary import ProviderId

HALF_HOURS_A_WEEK = 2 * 24 * 7


@dataclass(frozen=True, slots=True)
class PublishedChild:
    """What an offer is held against: the child's date of birth, and the day in the pack."""

    born_on: date
    needed_from: date


def lot_terms(terms: ContractTerms, code: str | None, *, in_education: bool = False) -> LotTerms:
    """The lot as this contract version words it for this young person, or `NotFound`."""
    lot = terms.lot(code) if code is not None else None
    if lot is None:
        raise NotFound("This version of the contract has no such lot.")
    return lot.open_to(in_education=in_education)


def lot_of(facts: Facts, terms: ContractTerms, invited_under: str | None = None) -> LotTerms:
    """The lot of a search, or of an invitation under another.

    Approved bespoke care is not held to the lot's hours (4-085).
    """
    lot = lot_terms(terms, invited_under or facts.lot, in_education=facts.in_education)
    return lot.model_copy(update={"half_hours": HALF_HOURS_A_WEEK}) if facts.bespoke_24_7 else lot


def require_own_home(offer: Offer, home: Home | None, provider_id: ProviderId) -> None:
    """Not found: a home that is not the offer's, or not this provider's."""
    of_home = (home.setting_id, home.provider_id) if home else (None, provider_id)
    if of_home != (offer.setting_id, provider_id):
        raise NotFound


def require_hours_within(offer: Offer, lot: LotTerms) -> None:
    """Refuse more hours of support than the lot may carry (R-12)."""
    if offer.half_hours > lot.half_hours:
        raise MatrixOutOfRange(f"The lot carries at most {lot.half_hours / 2:g} hours a week.")


def gates_of_child(home: Home | None, born_on: date, day: date, lot: LotTerms) -> Sequence[Gate]:
    """Whether this child may live in this home from a day on."""
    if home is None:
        return [partial(require_age_within, lot.ages, born_on, day)]
    return [*admission_gates(home, born_on, day, lot.ages), partial(require_kind, lot, home)]


def gates_of_offer(
    offer: Offer, home: Home | None, child: PublishedChild, lot: LotTerms
) -> Sequence[Gate]:
    """Every gate that an offer passes on its way in, the gravest first.

    The child's age is judged on the day that was published, and on no day of the provider's
    choosing: by trying day after day it would learn the date of birth (docs/domain/05, 5.4).
    The choice judges it again, on the day that the child would really start.
    """
    return [
        *gates_of_child(home, child.born_on, child.needed_from, lot),
        partial(require_within_tariff, offer, lot),
        partial(require_hours_within, offer, lot),
    ]


def gates_of_price(held: HeldOffer, lot: LotTerms) -> Sequence[Gate]:
    """What an offer that came late was not asked on its way in; an agreed price is agreed."""
    hours = partial(require_hours_within, held.offer, lot)
    return (
        [hours] if held.price_agreed else [hours, partial(require_within_tariff, held.offer, lot)]
    )


def others_open(facts: Facts, chosen: Offer) -> Sequence[HeldOffer]:
    """The offers, besides the one chosen, that might have been chosen."""
    return [
        held
        for held in facts.offers.values()
        if held.is_open() and held.offer.offer_id != chosen.offer_id
    ]
