"""Offers are taken back, admitted late, changed on request, negotiated, and lapse."""

from collections.abc import Sequence

from domain.referral.codes import DeselectionReason, LapseReason
from domain.referral.commands.offers import (
    AdmitLateOffers,
    AgreeCategoryDifference,
    AnswerEntered,
    LapseOffers,
    OffersCommand,
    ProposeCategoryDifference,
    RequestAmendment,
    WithdrawOffer,
)
from domain.referral.decisions.entered import answer_entered, takes_back
from domain.referral.events.choice import PreferredOfferDeselected
from domain.referral.events.ending import OfferLapsed
from domain.referral.events.offers import (
    CategoryDifferenceAgreed,
    CategoryDifferenceProposed,
    LateOfferAdmitted,
    OfferAmendmentRequested,
    OfferEvent,
    OfferWithdrawn,
)
from domain.referral.facts import Facts
from domain.referral.offer import HeldOffer, Standing
from domain.referral.rules.sibling_offers import require_says_who
from domain.referral.rules.standing import negotiable, own_offer
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.stages import Asked, Chosen, Evaluating, Fulfilled, Published, Referral
from domain.shared.errors import MissingInformation, NotFound, WrongState
from domain.shared.money import weekly_total
from domain.shared.said import require_said
from domain.shared.vocabulary import OfferId

Decided = Sequence[OfferEvent | OfferLapsed | PreferredOfferDeselected]


def decide(referral: Referral, command: OffersCommand) -> Decided:
    match referral, command:
        case Asked(), WithdrawOffer():
            return withdraw(referral, command)
        case Asked(), AnswerEntered():
            taking_back = takes_back(referral, command)
            gone = withdraw(referral, taking_back) if taking_back else []
            return [*answer_entered(referral, command), *gone]
        case Published(facts) | Evaluating(facts), AdmitLateOffers():
            return admit_late(facts, command)
        case Evaluating(facts), RequestAmendment():
            return request_amendment(facts, command)
        case Published(facts) | Evaluating(facts), ProposeCategoryDifference():
            return propose(facts, command)
        case Published(facts) | Evaluating(facts), AgreeCategoryDifference():
            return agree(facts, command)
        case Asked(), LapseOffers():
            return lapse(referral, command)
        case _, WithdrawOffer() | AnswerEntered():
            raise NotFound
        case _:
            raise WrongState.of(referral, command)


def withdraw(asked: Asked, command: WithdrawOffer) -> Decided:
    """Take an offer back; the search goes on comparing if it was preferred (2.3)."""
    held = own_offer(asked, command.provider_id)
    if isinstance(asked, Fulfilled) or command.bound:
        raise WrongState("The agreement is in force: give notice instead.")
    if held.standing not in (Standing.OPEN, Standing.LATE):
        raise WrongState("This offer no longer stands.")
    told = dict(command)
    del told["bound"]
    withdrawn = OfferWithdrawn(offer_id=held.offer.offer_id, **told)
    if isinstance(asked, Chosen) and asked.offer_id == held.offer.offer_id:
        reason = DeselectionReason.PROVIDER_WITHDREW
        let_go = PreferredOfferDeselected(offer_id=asked.offer_id, reason=reason, by=command.by)
        return [withdrawn, let_go]
    return [withdrawn]


def admit_late(facts: Facts, command: AdmitLateOffers) -> Decided:
    """Admit every late offer before anything is chosen; each still counts as late (R-09)."""
    require_said(reason=command.reason)
    require_gives_nobody_away(command.would_tell)
    late = [held for held in facts.offers.values() if held.standing is Standing.LATE]
    if not late:
        raise WrongState("No offer waits to be admitted.")
    return [
        LateOfferAdmitted(
            offer_id=held.offer.offer_id,
            provider_id=held.provider_id,
            reason=command.reason,
            by=command.by,
        )
        for held in late
    ]


def request_amendment(facts: Facts, command: RequestAmendment) -> Decided:
    held = open_offer(facts, command.offer_id)
    require_said(what=command.what)
    require_gives_nobody_away(command.would_tell)
    if command.until <= command.now:
        raise WrongState("The time to change the offer would be over already.")
    return [
        OfferAmendmentRequested(
            offer_id=command.offer_id,
            provider_id=held.provider_id,
            what=command.what,
            until=command.until,
            by=command.by,
        )
    ]


def propose(facts: Facts, command: ProposeCategoryDifference) -> Decided:
    held = negotiable(open_offer(facts, command.offer_id), command.provider_id)
    require_said(difference=command.difference, extra_services=command.extra_services)
    require_gives_nobody_away(command.would_tell)
    if not command.price:
        raise MissingInformation(["price"])
    # The price of brothers and sisters says whose each line is here too.
    repriced = held.offer.model_copy(update={"price": command.price})
    require_says_who(repriced, facts.children)
    return [
        CategoryDifferenceProposed(
            **{name: said for name, said in command if name != "would_tell"}
            | {"provider_id": held.provider_id},
            side=command.side,
        )
    ]


def agree(facts: Facts, command: AgreeCategoryDifference) -> Decided:
    """Agree to the other side's last word; nobody agrees to their own (4-095)."""
    held = negotiable(open_offer(facts, command.offer_id), command.provider_id)
    proposed = held.proposed
    if proposed is None or proposed.side is command.side:
        raise WrongState("The other side has proposed nothing that could be agreed to.")
    return [
        CategoryDifferenceAgreed(
            offer_id=command.offer_id,
            provider_id=held.provider_id,
            side=command.side,
            price=proposed.price,
            variation=weekly_total(proposed.price) - weekly_total(held.offer.price),
            by=command.by,
        )
    ]


def lapse(asked: Asked, command: LapseOffers) -> Decided:
    """What was chosen does not lapse: the choice took it up while it was open."""
    chosen = asked.offer_id if isinstance(asked, Chosen) else None
    return [
        OfferLapsed(
            offer_id=held.offer.offer_id,
            provider_id=held.provider_id,
            reason=LapseReason.OPEN_UNTIL_PASSED,
        )
        for held in asked.facts.offers.values()
        if held.standing in (Standing.OPEN, Standing.LATE)
        and held.offer.offer_id != chosen
        and held.has_run_out(command.now)
    ]


def open_offer(facts: Facts, offer_id: OfferId) -> HeldOffer:
    held = facts.offers.get(offer_id)
    if held is None:
        raise NotFound
    if not held.is_open():
        raise WrongState(f"This offer is {held.standing.value}.")
    return held
