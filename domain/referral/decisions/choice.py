"""One offer of all is preferred."""

from collections.abc import Sequence
from datetime import date

from domain.referral.commands import ChoiceCommand, DeselectPreferred, SelectPreferredOffer
from domain.referral.events import (
    ChoiceEvent,
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
)
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer
from domain.referral.rules.choice import (
    choosable,
    require_not_barred,
    require_reasoned,
    require_two_people,
)
from domain.referral.rules.evaluation import require_judged, require_no_ties
from domain.referral.rules.offers import (
    gates_of_child,
    gates_of_price,
    lot_terms,
    others_open,
    require_own_home,
)
from domain.referral.rules.standing import require_late_offers_alike
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Chosen,
    Evaluating,
    Preferred,
    Referral,
)
from domain.shared.admission import require_ends_in_time
from domain.shared.breaches import require
from domain.shared.errors import WrongState
from domain.shared.vocabulary import age_on


def decide(referral: Referral, command: ChoiceCommand) -> Sequence[ChoiceEvent]:
    match referral, command:
        case Evaluating(facts), SelectPreferredOffer():
            return select(facts, command)
        case Preferred() | AwaitingFunding() | Authorised(), DeselectPreferred():
            return deselect(referral, command)
        case _:
            raise WrongState.of(referral, command)


def select(facts: Facts, command: SelectPreferredOffer) -> Sequence[ChoiceEvent]:
    """Prefer an offer, judged again on its start, and tell each other provider why not."""
    require_not_barred(command)
    held = choosable(facts, command.offer_id, command.now)
    require_own_home(held.offer, command.home, held.provider_id)
    require_two_people(command)
    require_late_offers_alike(facts)
    require_no_ties(facts.judging, command.by, command.jointly_with)
    require_judged(facts, held)
    others = others_open(facts, held.offer)
    require_reasoned(command, others)
    invited_under = facts.invitations[held.provider_id].lot or facts.lot
    lot = lot_terms(command.terms, invited_under, in_education=facts.in_education)
    starts_on = held.offer.starts_on(facts.needed_from)
    require(
        [*gates_of_child(command.home, command.born_on, starts_on, lot), *gates_of_price(held, lot)]
    )
    require_ends_in_time(lot, command.born_on, command.planned_end)
    not_selected = [
        OfferNotSelected(
            offer_id=other.offer.offer_id,
            provider_id=other.provider_id,
            reason=command.others_not_chosen[other.offer.offer_id],
        )
        for other in others
    ]
    return [selected(held, command, starts_on), *not_selected]


def selected(
    held: HeldOffer, command: SelectPreferredOffer, starts_on: date
) -> PreferredOfferSelected:
    return PreferredOfferSelected(
        offer_id=command.offer_id,
        provider_id=held.provider_id,
        setting_id=held.offer.setting_id,
        starts_on=starts_on,
        age_in_years=age_on(command.born_on, starts_on),
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        reasons=command.reasons,
        match_statement=command.match_statement,
        childs_views=command.childs_views,
        jointly_with=command.jointly_with,
        by=command.by,
    )


def deselect(preferred: Chosen, command: DeselectPreferred) -> Sequence[ChoiceEvent]:
    deselected = PreferredOfferDeselected(
        offer_id=preferred.offer_id, reason=command.reason, by=command.by
    )
    return [deselected]
