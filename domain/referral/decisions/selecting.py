"""An offer is preferred: in what order that is refused, and what is recorded of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from domain.referral.commands.choice import SelectPreferredOffer
from domain.referral.decisions.at_once import (
    admitted_at_once,
    skipped_by,
    with_late_ones,
)
from domain.referral.decisions.award import digest_of, packet_of
from domain.referral.decisions.siblings import left_out
from domain.referral.events.award import AwardEvent
from domain.referral.events.choice import (
    ChoiceEvent,
    OfferNotSelected,
    PreferredOfferSelected,
    SiblingChosen,
)
from domain.referral.events.offers import OfferEvent
from domain.referral.events.siblings import SearchNarrowed
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer
from domain.referral.rules.choice import (
    choosable,
    require_not_barred,
    require_reasoned,
    require_route_of_act,
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
from domain.referral.rules.sibling_offers import Part, parts_of, require_some
from domain.referral.rules.siblings import require_parting_approved
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.rules.standing import require_late_offers_alike
from domain.referral.rules.sufficiency import require_steps_taken
from domain.referral.rules.urgency import require_told_how_urgent
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.spoken import SpokenAct, kept
from domain.shared.admission import require_ends_in_time
from domain.shared.breaches import require
from domain.shared.code_lists import require_codes_in_force
from domain.shared.vocabulary import ProviderId, age_on


def select(
    facts: Facts, command: SelectPreferredOffer, cut_short: tuple[ProviderId, ...] = ()
) -> Sequence[ChoiceEvent | AwardEvent | OfferEvent | SearchNarrowed]:
    """Prefer an offer, judged again on its start, and tell each other provider why not."""
    require_in_order(facts, command)
    admitted = admitted_at_once(facts, command.by)
    facts = with_late_ones(facts, admitted)
    held = choosable(facts, command.offer_id, command.now)
    parts = parts_taken(held, command)
    require_decided_fairly(facts, held, command)
    others = others_open(facts, held.offer)
    require_reasoned(command, others)
    require_gives_nobody_away(command.would_tell)
    require_fits(facts, held, parts, command)
    preferred = selected(held, command, parts, held.offer.starts_on(facts.needed_from))
    skipped = tuple(skipped_by(facts, held, cut_short, lived_in=bool(command.lived_in)))
    chosen_so = preferred.model_copy(update={"cut_short": cut_short, "skipped": skipped})
    left = left_out(facts.children, [part.number for part in parts], command.successor_id)
    return [*admitted, *packet_of(command), chosen_so, *not_selected(command, others), *left]


def require_in_order(facts: Facts, command: SelectPreferredOffer) -> None:
    """Refuse what is amiss whichever offer it were."""
    require_told_how_urgent(facts)
    require_not_barred(command)
    require_codes_in_force(command.not_in_force)
    require_route_of_act(command)


def parts_taken(held: HeldOffer, command: SelectPreferredOffer) -> Sequence[Part]:
    """The offer for each child that it takes; each in a home of this provider's own."""
    parts = parts_of(held.offer, command.asked)
    require_some(parts)
    for part in parts:
        require_own_home(part.offer, part.home, held.provider_id)
    return parts


def require_decided_fairly(facts: Facts, held: HeldOffer, command: SelectPreferredOffer) -> None:
    """Refuse a choice by whoever may not make it, or before everything was weighed."""
    require_two_people(held, command)
    require_may_be_spoken(facts, SpokenAct.CHOICE, command.by, command.spoken)
    require_late_offers_alike(facts)
    require_no_ties(facts.judging, command.by, command.jointly_with)
    require_judged(facts, held, lived_in=bool(command.lived_in))
    require_steps_taken(command.outside_area, command.sufficiency)


def require_fits(
    facts: Facts, held: HeldOffer, parts: Sequence[Part], command: SelectPreferredOffer
) -> None:
    """Refuse what does not fit each child, its home and its price on the day it starts."""
    require_parting_approved(facts.children, held.offer.homes_for(facts.children.sought))
    invited_under = facts.invitations[held.provider_id].lot or facts.lot
    lot = lot_terms(command.terms, invited_under, in_education=facts.in_education)
    starts_on = held.offer.starts_on(facts.needed_from)
    for part in parts:
        require(gates_of_child(part.home, part.born_on, starts_on, lot))
        require(gates_of_price(replace(held, offer=part.offer), lot))
        require_ends_in_time(lot, part.born_on, command.planned_end)


def not_selected(
    command: SelectPreferredOffer, others: Sequence[HeldOffer]
) -> Sequence[OfferNotSelected]:
    """What each other provider is told."""
    return [
        OfferNotSelected(
            offer_id=other.offer.offer_id,
            provider_id=other.provider_id,
            reason=command.others_not_chosen[other.offer.offer_id],
        )
        for other in others
    ]


def selected(
    held: HeldOffer, command: SelectPreferredOffer, parts: Sequence[Part], starts_on: date
) -> PreferredOfferSelected:
    return PreferredOfferSelected(
        offer_id=command.offer_id,
        provider_id=held.provider_id,
        setting_id=held.offer.setting_id,
        starts_on=starts_on,
        age_in_years=age_on(parts[0].born_on, starts_on),
        contract_id=command.terms.contract_id,
        contract_version=command.terms.version,
        reasons=command.reasons,
        match_statement=command.match_statement,
        childs_views=command.childs_views,
        jointly_with=command.jointly_with,
        by=command.by,
        packet_sha256=digest_of(command),
        award_route=command.award_route,
        sufficiency=command.sufficiency,
        lived_in=bool(command.lived_in),
        spoken=kept(command.spoken),
        siblings=tuple(chosen(part, starts_on) for part in parts if held.offer.siblings),
    )


def chosen(part: Part, starts_on: date) -> SiblingChosen:
    return SiblingChosen(
        child=part.number,
        setting_id=part.offer.setting_id,
        age_in_years=age_on(part.born_on, starts_on),
    )
