"""Money is asked for and answered; after an emergency start, it is asked for afterwards."""

from collections.abc import Sequence

from domain.referral.commands.funding import (
    AgreeShare,
    AuthoriseFunding,
    DeclineFunding,
    DisputeShare,
    FundingCommand,
    MeetCondition,
    NoteVerbalAuthority,
    RequestFunding,
    UnderwriteShare,
    WithdrawShare,
)
from domain.referral.commands.resharing import (
    AuthoriseSplit,
    CorrectWithdrawal,
    DeclineSplit,
    RequestSplit,
)
from domain.referral.decisions import resharing, shares
from domain.referral.events.funding import (
    FundingAuthorised,
    FundingConditionMet,
    FundingDeclined,
    FundingEvent,
    FundingRequested,
    VerbalAuthorityNoted,
)
from domain.referral.funding import FundedPlan, PendingFunding
from domain.referral.payers import addressed
from domain.referral.rules.money import (
    require_all_answered,
    require_each_condition_once,
    require_emergency_to_go_ahead,
    require_open_condition,
    require_other_than_recorder,
    require_other_than_requester,
    require_panel_agrees,
    require_plan_of,
)
from domain.referral.rules.spoken import require_may_be_spoken
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.spoken import SpokenAct
from domain.referral.stages import (
    Authorised,
    AwaitingFunding,
    Chosen,
    Fulfilled,
    Preferred,
    Referral,
)
from domain.shared.code_lists import require_codes_in_force
from domain.shared.errors import WrongState
from domain.shared.limits import require_within_limit
from domain.shared.verbal import VerbalAuthority
from domain.shared.vocabulary import OfferId


def decide(referral: Referral, command: FundingCommand) -> Sequence[FundingEvent]:
    match command:
        case (
            RequestFunding() | AuthoriseFunding() | DeclineFunding() | AgreeShare() | DisputeShare()
        ):
            require_gives_nobody_away(command.would_tell)
    return _decide(addressed(referral, command), command)


def _decide(referral: Referral, command: FundingCommand) -> Sequence[FundingEvent]:
    match referral, command:
        case Preferred() | Fulfilled(funded=False, pending=None), RequestFunding():
            return request(referral, command)
        case Preferred() | AwaitingFunding() | Fulfilled(funded=False), NoteVerbalAuthority():
            return note_word(referral, command)
        case (
            AwaitingFunding(offer_id=offer_id, pending=PendingFunding() as pending)
            | Fulfilled(offer_id=offer_id, pending=PendingFunding() as pending),
            _,
        ):
            return answer(offer_id, pending, command)
        case (
            Authorised(offer_id=offer_id, money=FundedPlan() as money)
            | Fulfilled(offer_id=offer_id, money=FundedPlan() as money),
            _,
        ):
            return follow_up(offer_id, money, command)
        case _:
            raise WrongState.of(referral, command)


def note_word(chosen: Chosen, command: NoteVerbalAuthority) -> Sequence[FundingEvent]:
    require_emergency_to_go_ahead(chosen.facts)
    require_may_be_spoken(chosen.facts, SpokenAct.MONEY, command.officer, command.spoken)
    heard = command.spoken
    word = VerbalAuthority(officer=command.officer, given_at=heard.at, noted_by=heard.recorded_by)
    return [VerbalAuthorityNoted(offer_id=chosen.offer_id, authority=word)]


def answer(
    offer_id: OfferId, pending: PendingFunding, command: FundingCommand
) -> Sequence[FundingEvent]:
    """What may be said while the money is waited for."""
    match command:
        case AuthoriseFunding():
            return authorise(offer_id, pending, command)
        case DeclineFunding():
            require_codes_in_force(command.not_in_force)
            return [FundingDeclined(offer_id=offer_id, **command.told())]
        case AgreeShare():
            if command.as_funder is not None:
                require_other_than_requester(pending, command.by)
            return shares.agree(offer_id, pending.plan, command)
        case DisputeShare():
            return shares.dispute(offer_id, pending.plan, command)
        case UnderwriteShare():
            require_other_than_requester(pending, command.by)
            return shares.underwrite(offer_id, pending.plan, command)
        case _:
            raise WrongState.of(pending, command)


def follow_up(
    offer_id: OfferId, money: FundedPlan, command: FundingCommand
) -> Sequence[FundingEvent]:
    """What may be said of money that was authorised."""
    match command:
        case AgreeShare() | DisputeShare() | UnderwriteShare() if money.is_asked_of(command.funder):
            return resharing.answer(offer_id, money, command)
        case AgreeShare():
            return shares.agree(offer_id, money.plan, command)
        case CorrectWithdrawal() | RequestSplit() | AuthoriseSplit() | DeclineSplit():
            return resharing.decide(offer_id, money, command)
        case WithdrawShare():
            return shares.withdraw(offer_id, money.plan, command)
        case MeetCondition():
            require_open_condition(money, command.condition)
            return [FundingConditionMet(offer_id=offer_id, **dict(command))]
        case _:
            raise WrongState.of(money, command)


def request(chosen: Chosen, command: RequestFunding) -> Sequence[FundingEvent]:
    facts = chosen.facts
    require_plan_of(facts.offers[chosen.offer_id].offer, facts.children, command.plan)
    require_codes_in_force(command.not_in_force)
    return [FundingRequested(**command.told() | {"offer_id": chosen.offer_id})]


def authorise(
    offer_id: OfferId, pending: PendingFunding, command: AuthoriseFunding
) -> Sequence[FundingEvent]:
    require_other_than_requester(pending, command.by)
    require_within_limit(pending.plan.weekly, command)
    require_each_condition_once(command.conditions)
    require_all_answered(pending.plan)
    require_panel_agrees(pending.plan, command.rests_on)
    require_other_than_recorder(command.rests_on, command.by)
    authorised = FundingAuthorised(
        offer_id=offer_id,
        plan=shares.answered_for(pending.plan, command.by),
        by=command.by,
        conditions=command.conditions,
        rests_on=command.rests_on,
    )
    return [authorised]
