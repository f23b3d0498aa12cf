"""The stages of a search, as a broker would name them: a class for each."""

from dataclasses import dataclass

from domain.referral.facts import Facts
from domain.referral.funding import FundedPlan, PendingFunding
from domain.shared.vocabulary import OfferId


@dataclass(frozen=True)
class NotDrafted:
    """Nobody has asked for a home yet."""


@dataclass(frozen=True)
class Stage:
    """Any stage of a referral that exists."""

    facts: Facts


@dataclass(frozen=True)
class Draft(Stage):
    """The request is being written."""


@dataclass(frozen=True)
class Returned(Draft):
    """The brokers sent it back; it is written further."""


@dataclass(frozen=True)
class BeforeMarket(Stage):
    """Any stage from submission until the market is asked: it may still be amended."""


@dataclass(frozen=True)
class Submitted(BeforeMarket):
    """The brokers have it to look at."""


@dataclass(frozen=True)
class Accepted(BeforeMarket):
    """The brokers took it on, in a lot."""


@dataclass(frozen=True)
class SearchingInHouse(BeforeMarket):
    """The council's own homes and carers are being considered."""


@dataclass(frozen=True)
class InHouseExhausted(BeforeMarket):
    """Nothing in house will do."""


@dataclass(frozen=True)
class InHouseBypassed(BeforeMarket):
    """A manager let the search go past what the council has itself."""


@dataclass(frozen=True)
class ApprovedForExternalSearch(BeforeMarket):
    """The market may be asked."""


@dataclass(frozen=True)
class Asked(Stage):
    """Any stage from publication on. What a provider answers is a fact in all of them."""


@dataclass(frozen=True)
class Published(Asked):
    """Providers are being waited for."""


@dataclass(frozen=True)
class Evaluating(Asked):
    """The offers are in and are being compared."""


@dataclass(frozen=True)
class NoneViable(Evaluating):
    """None of the offers would do; what could be done while comparing still can."""


@dataclass(frozen=True)
class Chosen(Asked):
    """Any stage in which one offer is preferred, and no other can be."""

    offer_id: OfferId


@dataclass(frozen=True)
class MatchedInHouse(Chosen):
    """One of the council's own homes is preferred. Nothing is bought, so no money is asked for."""


@dataclass(frozen=True)
class Preferred(Chosen):
    """One offer is preferred; the money is not yet asked for."""


@dataclass(frozen=True)
class AwaitingFunding(Chosen):
    """The money was asked for."""

    pending: PendingFunding


@dataclass(frozen=True)
class Authorised(Chosen):
    """The money is authorised; the placement may be agreed."""

    money: FundedPlan


@dataclass(frozen=True)
class Fulfilled(Chosen):
    """The child lives there. Where the money was not yet authorised, it still may be."""

    funded: bool = True
    money: FundedPlan | None = None
    pending: PendingFunding | None = None


@dataclass(frozen=True)
class Withdrawn(Asked):
    """The search was called off, at whatever stage."""


@dataclass(frozen=True)
class ClosedUnfilled(Withdrawn):
    """No home was found, and nobody looks for one any more."""


@dataclass(frozen=True)
class Expired(Withdrawn):
    """It was never asked for: the draft was left too long."""


Referral = (
    NotDrafted
    | Draft
    | Returned
    | Submitted
    | Accepted
    | SearchingInHouse
    | InHouseExhausted
    | InHouseBypassed
    | ApprovedForExternalSearch
    | Published
    | Evaluating
    | NoneViable
    | MatchedInHouse
    | Preferred
    | AwaitingFunding
    | Authorised
    | Fulfilled
    | Withdrawn
    | ClosedUnfilled
    | Expired
)
