"""What invited providers do, and what is said of those that do nothing."""

from collections.abc import Mapping
from datetime import date

from pydantic import AwareDatetime

from domain.referral.codes import Code, DeclineReason
from domain.referral.offer import Entered, Offer
from domain.referral.siblings import SiblingAsked
from domain.shared.admission import Home
from domain.shared.code_lists import Coded, ListName, each_of
from domain.shared.messages import Command
from domain.shared.terms import ContractTerms
from domain.shared.vocabulary import ProviderId


class OpenPack(Command):
    provider_id: ProviderId
    at: AwareDatetime


class OfferCommand(Command):
    """An offer, whole. `home` is that of the offer, as registered on its earliest start.

    Where siblings were asked for, `siblings` are those that the offer takes, each with the
    home that it has for them; `home` and `born_on` are then not looked at.
    """

    offer: Offer
    provider_id: ProviderId
    home: Home | None
    born_on: date
    terms: ContractTerms
    at: AwareDatetime
    siblings: tuple[SiblingAsked, ...] = ()

    @property
    def asked(self) -> tuple[SiblingAsked, ...]:
        """Every child that the offer is held against."""
        only = SiblingAsked(number=1, born_on=self.born_on, home=self.home)
        return self.siblings or (only,)


class SubmitOffer(OfferCommand):
    """Offer a home. `entered` is by whom, where the provider said so by telephone (R-125)."""

    entered: Entered | None = None


class AmendOffer(OfferCommand):
    """Put another offer in the place of the one with its id."""


class DeclineReferral(Coded):
    provider_id: ProviderId
    reason: DeclineReason
    text: str | None = None
    needs: tuple[Code, ...] = ()
    at: AwareDatetime

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.NEEDS: each_of("/needs", self.needs)}


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
