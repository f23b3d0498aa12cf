"""What can be asked of an offer between its arrival and the choice."""

from pydantic import AwareDatetime

from domain.referral.codes import OfferWithdrawalReason, Side
from domain.referral.commands.worded import Worded
from domain.shared.messages import Command
from domain.shared.money import PriceLine
from domain.shared.vocabulary import OfferId, ProviderId, Subject


class WithdrawOffer(Command):
    """Take one's offer back. `bound` is whether the agreement made from it is in force."""

    provider_id: ProviderId
    reason: OfferWithdrawalReason
    text: str | None = None
    bound: bool
    at: AwareDatetime
    by: Subject


class AdmitLateOffers(Worded):
    """Admit every offer that came late: all of them or none (6-62)."""

    reason: str
    by: Subject


class RequestAmendment(Command):
    """Ask a provider to change its offer after the deadline, until an instant.

    `would_tell` names the texts by which the provider could recognise the child (5.4).
    """

    offer_id: OfferId
    what: str
    until: AwareDatetime
    now: AwareDatetime
    by: Subject
    would_tell: tuple[str, ...] = ()


class ProposeCategoryDifference(Command):
    """Name the difference from the category and the price that would meet it.

    `provider_id` is the provider that speaks; none where the council does. `would_tell` names
    the council's texts by which the provider could recognise the child (5.4).
    """

    offer_id: OfferId
    provider_id: ProviderId | None = None
    difference: str
    extra_services: str
    price: tuple[PriceLine, ...]
    by: Subject
    would_tell: tuple[str, ...] = ()

    @property
    def side(self) -> Side:
        return Side.COUNCIL if self.provider_id is None else Side.PROVIDER


class AgreeCategoryDifference(Command):
    """Agree to what the other side proposed last."""

    offer_id: OfferId
    provider_id: ProviderId | None = None
    by: Subject

    @property
    def side(self) -> Side:
        return Side.COUNCIL if self.provider_id is None else Side.PROVIDER


class LapseOffers(Command):
    """Say of every offer whose provider no longer holds it open that it has lapsed."""

    now: AwareDatetime


class AnswerEntered(Command):
    """Say whether the offer that was written down for one is one's own (R-176).

    `ours` if it is; else `text` says what was said instead. `bound` as of `WithdrawOffer`.
    """

    provider_id: ProviderId
    ours: bool
    text: str | None = None
    bound: bool
    at: AwareDatetime
    by: Subject


OffersCommand = (
    WithdrawOffer
    | AnswerEntered
    | AdmitLateOffers
    | RequestAmendment
    | ProposeCategoryDifference
    | AgreeCategoryDifference
    | LapseOffers
)
