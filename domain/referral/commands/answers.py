"""What invited providers do, and what is said of those that do nothing."""

from datetime import date

from pydantic import AwareDatetime

from domain.referral.codes import DeclineReason
from domain.referral.offer import Offer
from domain.shared.admission import Home
from domain.shared.messages import Command
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ProviderId


class OpenPack(Command):
    provider_id: ProviderId
    at: AwareDatetime


class OfferCommand(Command):
    """An offer, whole. `home` is that of the offer, as registered on its earliest start."""

    offer: Offer
    provider_id: ProviderId
    home: Home | None
    born_on: date
    terms: ContractTerms
    at: AwareDatetime


class SubmitOffer(OfferCommand):
    """Offer a home."""


class AmendOffer(OfferCommand):
    """Put another offer in the place of the one with its id."""


class DeclineReferral(Command):
    provider_id: ProviderId
    reason: DeclineReason
    text: str | None = None
    at: AwareDatetime


class RecordSilence(Command):
    """Say that a provider let its deadline pass."""

    provider_id: ProviderId
    now: AwareDatetime


class CloseResponses(Command):
    """Stop waiting: everybody answered, or had the time to."""

    now: AwareDatetime


AnswerCommand = (
    OpenPack | SubmitOffer | AmendOffer | DeclineReferral | RecordSilence | CloseResponses
)
