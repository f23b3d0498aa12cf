"""A funder's leaving is put right; another split of money that is paid is put and answered."""

from collections.abc import Sequence

from domain.referral.commands.funding import AgreeShare, DisputeShare, UnderwriteShare
from domain.referral.commands.resharing import (
    AuthoriseSplit,
    CorrectWithdrawal,
    DeclineSplit,
    RequestSplit,
    ResharingCommand,
)
from domain.referral.decisions import shares
from domain.referral.events.funding import (
    FundingEvent,
    ShareAgreed,
    ShareDisputed,
    ShareUnderwritten,
)
from domain.referral.events.resharing import (
    SplitAuthorised,
    SplitDeclined,
    SplitRequested,
    WithdrawalCorrected,
)
from domain.referral.funding import AskedSplit, FundedPlan
from domain.referral.rules.money import (
    require_all_answered,
    require_other_than_requester,
)
from domain.referral.rules.resharing import (
    require_asked,
    require_left,
    require_nothing_asked,
    require_other_day,
    require_split,
    require_while_paid,
)
from domain.referral.rules.shares import require_paid_from
from domain.referral.rules.words_that_leave import require_gives_nobody_away
from domain.referral.splitting import dated, paid, put_right
from domain.shared.code_lists import require_codes_in_force
from domain.shared.limits import require_within_limit
from domain.shared.two_people import require_second_person
from domain.shared.vocabulary import OfferId

Answer = AgreeShare | DisputeShare | UnderwriteShare


def decide(
    offer_id: OfferId, money: FundedPlan, command: ResharingCommand
) -> Sequence[FundingEvent]:
    match command:
        case CorrectWithdrawal() | RequestSplit() | DeclineSplit():
            require_gives_nobody_away(command.would_tell)
    match command:
        case CorrectWithdrawal():
            return correct(offer_id, money, command)
        case RequestSplit():
            return request(offer_id, money, command)
        case AuthoriseSplit():
            return authorise(offer_id, require_asked(money), command)
        case DeclineSplit():
            since = require_asked(money).since
            require_codes_in_force(command.not_in_force)
            return [SplitDeclined(offer_id=offer_id, since=since, **command.told())]


def correct(
    offer_id: OfferId, money: FundedPlan, command: CorrectWithdrawal
) -> Sequence[FundingEvent]:
    """The split is worked out anew from what was agreed, as if the first day were not said."""
    require_second_person(command.by, command.approved_by)
    wrong = require_left(money, command.funder)
    now = max(command.since, money.plan.starts_on) if command.since else None
    require_other_day(wrong, now)
    if now is not None:
        others = paid(money.agreed, put_right(money.left, wrong, None))
        require_paid_from(others, command.funder, now)
    corrected = WithdrawalCorrected(
        offer_id=offer_id,
        funder=command.funder,
        was=wrong.since,
        now=now,
        reason=command.reason,
        approved_by=command.approved_by,
        shares=paid(money.agreed, put_right(money.left, wrong, now)).shares,
        by=command.by,
    )
    return [corrected]


def request(offer_id: OfferId, money: FundedPlan, command: RequestSplit) -> Sequence[FundingEvent]:
    require_nothing_asked(money)
    require_while_paid(money, command.since)
    put = dated(command.shares, command.since)
    require_split(money.plan.model_copy(update={"shares": put}), command.since)
    return [SplitRequested(offer_id=offer_id, since=command.since, shares=put, by=command.by)]


def authorise(
    offer_id: OfferId, asked: AskedSplit, command: AuthoriseSplit
) -> Sequence[FundingEvent]:
    """As money is authorised: by somebody else, within their limit, once each funder answered."""
    require_other_than_requester(asked, command.by)
    require_within_limit(asked.plan.weekly, command)
    require_all_answered(asked.plan)
    agreed = shares.answered_for(asked.plan, command.by).shares
    return [SplitAuthorised(offer_id=offer_id, since=asked.since, shares=agreed, by=command.by)]


def answer(offer_id: OfferId, money: FundedPlan, command: Answer) -> Sequence[FundingEvent]:
    """What each funder says of its part in another split."""
    asked = require_asked(money)
    return [_of_split(each, asked) for each in _answer(offer_id, asked, command)]


def _answer(offer_id: OfferId, asked: AskedSplit, command: Answer) -> Sequence[FundingEvent]:
    match command:
        case AgreeShare():
            if command.as_funder is not None:
                require_other_than_requester(asked, command.by)
            return shares.agree(offer_id, asked.plan, command)
        case DisputeShare():
            return shares.dispute(offer_id, asked.plan, command)
        case UnderwriteShare():
            require_other_than_requester(asked, command.by)
            return shares.underwrite(offer_id, asked.plan, command)


def _of_split(event: FundingEvent, asked: AskedSplit) -> FundingEvent:
    if isinstance(event, ShareAgreed | ShareDisputed | ShareUnderwritten):
        return event.model_copy(update={"split_from": asked.since})
    return event
