"""Money is asked for and answered; after an emergency start, it is asked for afterwards."""

from collections.abc import Sequence

from domain.referral.commands import (
    AuthoriseFunding,
    DeclineFunding,
    FundingCommand,
    RequestFunding,
)
from domain.referral.events import (
    FundingAuthorised,
    FundingDeclined,
    FundingEvent,
    FundingRequested,
)
from domain.referral.rules.money import (
    require_other_than_requester,
    require_plan_of,
    require_within_limit,
)
from domain.referral.stages import (
    AwaitingFunding,
    Chosen,
    Fulfilled,
    PendingFunding,
    Preferred,
    Referral,
)
from domain.shared.errors import WrongState
from domain.shared.vocabulary import OfferId


def decide(referral: Referral, command: FundingCommand) -> Sequence[FundingEvent]:
    match referral, command:
        case Preferred() | Fulfilled(funded=False, pending=None), RequestFunding():
            return request(referral, command)
        case (
            AwaitingFunding(offer_id=offer_id, pending=pending)
            | Fulfilled(offer_id=offer_id, pending=PendingFunding() as pending),
            AuthoriseFunding(),
        ):
            return authorise(offer_id, pending, command)
        case (
            AwaitingFunding(offer_id=offer_id)
            | Fulfilled(offer_id=offer_id, pending=PendingFunding()),
            DeclineFunding(),
        ):
            return [FundingDeclined(offer_id=offer_id, **dict(command))]
        case _:
            raise WrongState.of(referral, command)


def request(chosen: Chosen, command: RequestFunding) -> Sequence[FundingEvent]:
    require_plan_of(chosen.facts.offers[chosen.offer_id].offer, command.plan)
    return [FundingRequested(offer_id=chosen.offer_id, plan=command.plan, by=command.by)]


def authorise(
    offer_id: OfferId, pending: PendingFunding, command: AuthoriseFunding
) -> Sequence[FundingEvent]:
    require_other_than_requester(pending, command.by)
    require_within_limit(pending.plan, command.limit)
    return [FundingAuthorised(offer_id=offer_id, plan=pending.plan, by=command.by)]
