"""Asking for the money, and answering that."""

from collections.abc import Mapping
from datetime import date

from domain.referral.codes import Code
from domain.referral.commands.resharing import ResharingCommand
from domain.referral.commands.worded import Worded
from domain.referral.funding import FundingCondition, FundingPlan
from domain.referral.spoken import Heard
from domain.shared.code_lists import Coded, ListName
from domain.shared.limits import WithinLimit
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.money import Funder, FundingHeading
from domain.shared.panels import PanelWord
from domain.shared.vocabulary import OfferId, Subject


def _refusing(reason: str) -> Mapping[ListName, Mapping[str, str | None]]:
    return {ListName.FUNDING_REFUSALS: {"/reason": reason}}


class RequestFunding(Worded, Coded):
    """Put a plan. `expected` are the headings that the lot's contract expects to pay a part.

    `offer_id` says for which home, where it is another than the chosen one (R-119); unsaid, the
    lines say whose it is.
    """

    plan: FundingPlan
    by: Subject
    offer_id: OfferId | None = None
    expected: tuple[FundingHeading, ...] = ()

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return {ListName.BUDGET_HEADINGS: {"/budget_heading": self.plan.budget_heading}}


class AuthoriseFunding(WithinLimit, Worded):
    """Authorise the plan. `rests_on` is the panel's word on it, where one is named."""

    conditions: tuple[FundingCondition, ...] = ()
    rests_on: PanelWord | None = None


class DeclineFunding(Worded, Coded):
    reason: Code
    text: str | None = None
    by: Subject

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return _refusing(self.reason)


class ShareCommand(Command):
    """What concerns one funder's share. `as_funder` is whose person asks; none is the council's."""

    funder: Funder
    as_funder: Funder | None = None
    by: Subject


class AnswerShare(ShareCommand, Worded):
    """A funder's answer. `answered_by` is who gave it there, where the council enters it."""

    answered_by: Subject | None = None


class AgreeShare(AnswerShare):
    """Agree to one's own share; for the council, confirm what was claimed or came on paper."""

    agreement_reference: str | None = None


class DisputeShare(AnswerShare, Coded):
    """Say that one will not pay the share."""

    reason: Code
    text: str | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return _refusing(self.reason)


class UnderwriteShare(WithinLimit):
    """Have the council pay a funder's share until the funder does."""

    funder: Funder


class WithdrawShare(ShareCommand, Worded, Coded):
    """Say that a funder pays no more from a day on. A fact: it is not refused (6-73)."""

    since: date
    reason: Code
    text: str | None = None

    def codes(self) -> Mapping[ListName, Mapping[str, str | None]]:
        return _refusing(self.reason)


class MeetCondition(Command):
    """Say that a condition of the authorisation has been met."""

    condition: Code
    on: When
    by: Subject


class NoteVerbalAuthority(Command):
    """Note the word of a named officer, in an emergency, when it is given."""

    officer: Subject
    spoken: Heard


FundingCommand = (
    RequestFunding
    | AuthoriseFunding
    | DeclineFunding
    | AgreeShare
    | DisputeShare
    | UnderwriteShare
    | WithdrawShare
    | ResharingCommand
    | MeetCondition
    | NoteVerbalAuthority
)
