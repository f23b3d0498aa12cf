"""A provider says whether the offer that was written down for it is its own (R-176)."""

from collections.abc import Sequence
from typing import NoReturn

from domain.referral.codes import OfferWithdrawalReason
from domain.referral.commands.offers import AnswerEntered, WithdrawOffer
from domain.referral.errors import EnteredOfferNotMade
from domain.referral.events.offers import EnteredOfferConfirmed, EnteredOfferDenied
from domain.referral.offer import HeldOffer, Standing
from domain.referral.rules.standing import own_offer
from domain.referral.stages import Asked, Chosen, Fulfilled
from domain.shared.breaches import broken
from domain.shared.errors import WrongState
from domain.shared.said import require_said


def answer_entered(
    asked: Asked, command: AnswerEntered
) -> Sequence[EnteredOfferConfirmed | EnteredOfferDenied]:
    """A fact at every stage, answered once: what was done on a denied one stays done."""
    held = own_offer(asked, command.provider_id)
    if held.entered_by is None or held.owned is not None:
        raise WrongState("No offer that was written down for you waits for your answer.")
    told = {
        "offer_id": held.offer.offer_id,
        "provider_id": command.provider_id,
        "at": command.at,
        "by": command.by,
    }
    if command.ours:
        return [EnteredOfferConfirmed(**told)]
    require_said(text=command.text or "")
    gates = [_never_made] if _acted_on(asked, held) else []
    return [EnteredOfferDenied(**told, text=command.text, breaches=broken(gates))]


def takes_back(asked: Asked, command: AnswerEntered) -> WithdrawOffer | None:
    """What a denial does to the offer, where it stands and no child lives there by it."""
    held = own_offer(asked, command.provider_id)
    stands = held.standing in (Standing.OPEN, Standing.LATE)
    if command.ours or command.bound or not stands or isinstance(asked, Fulfilled):
        return None
    return WithdrawOffer(
        provider_id=command.provider_id,
        reason=OfferWithdrawalReason.NEVER_MADE,
        bound=False,
        at=command.at,
        by=command.by,
    )


def _acted_on(asked: Asked, held: HeldOffer) -> bool:
    return isinstance(asked, Chosen) and asked.offer_id == held.offer.offer_id


def _never_made() -> NoReturn:
    raise EnteredOfferNotMade("It was chosen by then.")
