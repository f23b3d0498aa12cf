"""One offer is preferred or let go, and for whom of several children."""

from dataclasses import replace

from domain.referral.children import after
from domain.referral.codes import DeselectionReason
from domain.referral.events.choice import (
    ChoiceEvent,
    OfferNotSelected,
    PreferredOfferDeselected,
    PreferredOfferSelected,
)
from domain.referral.events.siblings import (
    SearchNarrowed,
    SiblingEvent,
    SiblingLeft,
    SiblingMovedIn,
    SiblingSplitApproved,
)
from domain.referral.offer import Standing
from domain.referral.payers import keeping_homes
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Evaluating,
    Preferred,
    Referral,
    Stage,
)
from domain.referral.state import housing, offers, packs
from domain.shared.errors import CorruptHistory


def chosen(referral: Referral, event: ChoiceEvent | SiblingEvent) -> Referral:
    match referral, event:
        case (
            Stage(facts),
            SiblingSplitApproved() | SearchNarrowed() | SiblingMovedIn() | SiblingLeft(),
        ):
            return replace(referral, facts=replace(facts, children=after(facts.children, event)))
        case Evaluating(facts), PreferredOfferSelected():
            return Preferred(housing.at_home(facts, event.siblings), event.offer_id)
        case Preferred(), OfferNotSelected():
            return referral
        case (
            Preferred(facts, offer_id)
            | AwaitingFunding(facts, offer_id)
            | Authorised(facts, offer_id),
            PreferredOfferDeselected(),
        ):
            facts = keeping_homes(referral).facts
            if event.reason is DeselectionReason.PROVIDER_WITHDREW:
                facts = offers.standing(facts, offer_id, Standing.WITHDRAWN)
            facts = housing.all_as_chosen(facts)
            let_go = facts.offers[offer_id].provider_id if offer_id in facts.offers else None
            return Evaluating(packs.not_chosen(facts, let_go))
        case _:
            raise CorruptHistory(referral, event)
