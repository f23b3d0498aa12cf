"""What providers answer. An answer is a fact at every stage; only an offer in time is gated."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from domain.referral.commands.answers import (
    AmendOffer,
    AnswerCommand,
    CloseResponses,
    DeclineReferral,
    OfferCommand,
    OpenPack,
    RecordSilence,
    SubmitOffer,
)
from domain.referral.errors import DeadlinePassed
from domain.referral.events.answers import (
    AnswerEvent,
    LateOfferReceived,
    NoResponseRecorded,
    OfferAmended,
    OfferDeclined,
    OfferSubmitted,
    PackViewed,
    ResponsesClosed,
)
from domain.referral.facts import Facts
from domain.referral.invitation import Invitation
from domain.referral.offer import Standing
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
from domain.referral.stages import Asked, Evaluating, Fulfilled, Published, Referral, Withdrawn
from domain.shared.breaches import Gate, broken, require
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import EffectiveBeforeStream, NotFound, WrongState
from domain.shared.vocabulary import ProviderId

OVER = "This can no longer be done."
"""A provider is told no more than that: how far the search has come is not its business."""

GONE = "The pack is not shown; another will take its place."


def decide(referral: Referral, command: AnswerCommand) -> Sequence[AnswerEvent]:
    match referral, command:
        case Asked(), OpenPack():
            return open_pack(referral, command)
        case Asked(), AmendOffer():
            return amend_offer(referral, command)
        case Asked(), SubmitOffer():
            return submit_offer(referral, command)
        case Asked(), DeclineReferral():
            return decline(referral, command)
        case Asked(), RecordSilence():
            return record_silence(referral, command)
        case Published(), CloseResponses():
            return close_responses(referral, command)
        case _, OpenPack() | SubmitOffer() | AmendOffer() | DeclineReferral() | RecordSilence():
            # Who was not asked does not learn that there is anything to be asked about.
            raise NotFound
        case _:
            raise WrongState(OVER)


def open_pack(asked: Asked, command: OpenPack) -> Sequence[AnswerEvent]:
    """The first reading of each is recorded; the invitation closes with the search (5.3).

    The home where the child lives reads on what it alone is told (R-93).
    """
    invitation, facts = invitation_of(asked, command.provider_id, command.at), asked.facts
    alone = facts.told_alone(command.provider_id).values()
    unread = [told.sha256 for told in alone if not told.opened]
    lives_there = isinstance(asked, Fulfilled) and _is_chosen(asked, command.provider_id)
    if isinstance(asked, Withdrawn) or (isinstance(asked, Fulfilled) and not lives_there):
        raise WrongState(OVER)
    if lives_there and not unread:
        raise WrongState(OVER)
    if facts.pack is None and not unread:
        raise WrongState(GONE)
    if facts.pack is not None and not invitation.viewed and not lives_there:
        unread = [facts.pack, *unread]
    return [
        PackViewed(
            invitation_id=invitation.invitation_id,
            provider_id=command.provider_id,
            at=command.at,
            sha256=sha256,
        )
        for sha256 in unread
    ]


def _is_chosen(asked: Fulfilled, provider_id: ProviderId) -> bool:
    held = asked.facts.offers.get(asked.offer_id)
    return held is not None and held.provider_id == provider_id


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


def decline(asked: Asked, command: DeclineReferral) -> Sequence[AnswerEvent]:
    invitation = unanswered(asked, command)
    declined = OfferDeclined(
        invitation_id=invitation.invitation_id,
        late=too_late(asked, invitation, command.at),
        breaches=broken([partial(require_codes_in_force, command.not_in_force)]),
        **command.told(),
    )
    return [declined]


def record_silence(asked: Asked, command: RecordSilence) -> Sequence[AnswerEvent]:
    """Say it once; a provider that answered meanwhile was not silent."""
    invitation = invitation_of(asked, command.provider_id)
    unread = asked.facts.pack is None
    if isinstance(asked, Withdrawn) or unread or not invitation.is_late(command.now):
        raise WrongState(OVER)
    return [silence(invitation)] if invitation.answer is None else []


def close_responses(published: Published, command: CloseResponses) -> Sequence[AnswerEvent]:
    silent = [
        invitation
        for invitation in published.facts.invitations.values()
        if invitation.answer is None
    ]
    waited_for = sum(not invitation.is_late(command.now) for invitation in silent)
    if waited_for:
        raise WrongState(f"{waited_for} providers still have time to answer.")
    if silent and published.facts.pack is None:
        raise WrongState(GONE)
    return [*(silence(invitation) for invitation in silent), ResponsesClosed()]


def silence(invitation: Invitation) -> NoResponseRecorded:
    return NoResponseRecorded(
        invitation_id=invitation.invitation_id,
        provider_id=invitation.provider_id,
        deadline=invitation.deadline,
    )


def invitation_of(asked: Asked, provider_id: ProviderId, at: datetime | None = None) -> Invitation:
    """The provider's invitation. Who was not asked learns nothing, not even the stage."""
    invitation = asked.facts.invitations.get(provider_id)
    if invitation is None:
        raise NotFound
    if at is not None and at < invitation.invited_at:
        raise EffectiveBeforeStream
    return invitation


def free_to_offer(asked: Asked, command: SubmitOffer) -> Invitation:
    """The invitation of a provider with no offer on the table.

    Who declined, or took its offer back, may have a place after all: that is a fact (R-94).
    """
    invitation = invitation_of(asked, command.provider_id, command.at)
    own = [held for held in asked.facts.offers.values() if held.provider_id == command.provider_id]
    if any(held.standing in (Standing.OPEN, Standing.LATE) for held in own):
        raise WrongState("This invitation has been answered.")
    return invitation


def unanswered(asked: Asked, command: DeclineReferral) -> Invitation:
    """The provider's invitation, which takes one decline and no second."""
    invitation = invitation_of(asked, command.provider_id, command.at)
    if invitation.is_answered():
        raise WrongState("This invitation has been answered.")
    return invitation


def too_late(asked: Asked, invitation: Invitation, at: datetime) -> bool:
    """Past the deadline (R-05), or after search or invitation was called off: nothing to win."""
    called_off = isinstance(asked, Withdrawn) or invitation.is_withdrawn()
    return called_off or invitation.is_late(at)
