"""A provider offers a home, in time or late, and changes its offer."""

from collections.abc import Sequence

from domain.referral.commands.answers import (
    AmendOffer,
    OfferCommand,
    SubmitOffer,
)
from domain.referral.decisions.invited import OVER, free_to_offer, invitation_of, too_late
from domain.referral.errors import DeadlinePassed
from domain.referral.events.answers import (
    AnswerEvent,
    LateOfferReceived,
    OfferAmended,
    OfferSubmitted,
)
from domain.referral.facts import Facts
from domain.referral.rules.entered import offered_at
from domain.referral.rules.offer_content import require_offer_complete
from domain.referral.rules.offers import (
    PublishedChild,
    gates_of_offer,
    lot_of,
    require_own_home,
)
from domain.referral.rules.sibling_offers import parts_of, require_says_who
from domain.referral.rules.tariff import require_hours_at_their_rate
from domain.referral.stages import Asked, Evaluating, Published
from domain.shared.breaches import Gate, broken, require
from domain.shared.errors import NotFound, WrongState


def submit_offer(asked: Asked, command: SubmitOffer) -> Sequence[AnswerEvent]:
    invitation = free_to_offer(asked, command)
    offer = command.offer
    if offer.offer_id in asked.facts.offers:
        raise WrongState("This offer has been received before.")
    at = offered_at(asked.facts, invitation, command)
    gates = well_made(asked.facts, command, invitation.lot)
    told = {
        "invitation_id": invitation.invitation_id,
        "provider_id": command.provider_id,
        "at": at,
        "offer": offer,
        "entered": command.entered,
    }
    if too_late(asked, invitation, at):
        return [LateOfferReceived(**told, breaches=broken(gates))]
    require(gates)
    return [OfferSubmitted(**told)]


def amend_offer(asked: Asked, command: AmendOffer) -> Sequence[AnswerEvent]:
    """Change an open offer of one's own: until the deadline (R-05), or later if asked to."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    offer = command.offer
    held = asked.facts.offers.get(offer.offer_id)
    if held is None or held.provider_id != command.provider_id:
        raise NotFound
    asked_for = held.may_be_changed_late(command.at)
    if too_late(asked, invitation, command.at) and not asked_for:
        raise DeadlinePassed(f"Offers could be changed until {invitation.deadline.isoformat()}.")
    open_to_change = isinstance(asked, Published) or (isinstance(asked, Evaluating) and asked_for)
    if not open_to_change or not held.is_open():
        raise WrongState(OVER)
    require(well_made(asked.facts, command, invitation.lot))
    amended = OfferAmended(
        invitation_id=invitation.invitation_id,
        provider_id=command.provider_id,
        at=command.at,
        offer=offer,
    )
    return [amended]


def well_made(facts: Facts, command: OfferCommand, invited_under: str | None) -> Sequence[Gate]:
    """The gates of an offer for each child that it takes; refused at once if it is no offer."""
    offer, parts = command.offer, parts_of(command.offer, command.asked)
    require_says_who(offer, facts.children)
    for part in parts:
        require_own_home(part.offer, part.home, command.provider_id)
    require_offer_complete(offer, facts)
    for part in parts:
        require_hours_at_their_rate(part.offer)
    lot = lot_of(facts, command.terms, invited_under)
    return [
        gate
        for part in parts
        for gate in gates_of_offer(
            part.offer, part.home, PublishedChild(part.born_on, facts.needed_from), lot
        )
    ]
