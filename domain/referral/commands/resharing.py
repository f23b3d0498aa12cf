"""Putting a funder's leaving right, and agreeing another split of money that is paid."""

from collections.abc import Mapping
from datetime import date

from domain.referral.codes import Code
from domain.referral.commands.worded import Worded
from domain.shared.code_lists import Coded, ListName
from domain.shared.limits import WithinLimit
from domain.shared.money import Funder, Share
from domain.shared.vocabulary import Subject


class CorrectWithdrawal(Worded):
    """Say from which day a funder really paid no more; with none, that it never left (6-05)."""

    funder: Funder
    since: date | None
    reason: str
    approved_by: Subject
    by: Subject


class RequestSplit(Worded):
    """Put other shares of the price that is paid, from a day on."""

    since: date
    shares: tuple[Share, ...]
    by: Subject


class AuthoriseSplit(WithinLimit):
    """Authorise the split that was put."""


class DeclineSplit(Worded, Coded):
    """Leave the money shared as it is."""

    reason: Code
    text: str | None = None
    by: Subject

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.FUNDING_REFUSALS: {"/reason": self.reason}}


ResharingCommand = CorrectWithdrawal | RequestSplit | AuthoriseSplit | DeclineSplit
