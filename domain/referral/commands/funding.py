"""Asking for the money, and answering that."""

from domain.referral.codes import Code
from domain.referral.funding import FundingPlan
from domain.shared.messages import Command
from domain.shared.money import Amount
from domain.shared.vocabulary import Subject


class RequestFunding(Command):
    plan: FundingPlan
    by: Subject


class AuthoriseFunding(Command):
    """Authorise the plan. `limit` is pence a week; none is an authority without a ceiling."""

    by: Subject
    limit: Amount | None


class DeclineFunding(Command):
    reason: Code
    text: str | None = None
    by: Subject


FundingCommand = RequestFunding | AuthoriseFunding | DeclineFunding
