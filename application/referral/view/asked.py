"""What was asked for, and how it came to be accepted. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from application.referral.told import Told
from application.referral.view.amendments import ShownAmendment, amendments
from application.referral.view.request import ShownRequest, request
from application.referral.view.spoken import ShownWord, spoken_approvals
from application.referral.view.submission import (
    ShownAcceptance,
    ShownSubmission,
    acceptance,
    submission,
)
from application.referral.view.triage import ShownQuestion, ShownReturn, questions, returns
from domain.referral.events.request import ReferralDrafted


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The request, what was said about it, and who stood for it."""

    request: ShownRequest
    returns: Sequence[ShownReturn]
    questions: Sequence[ShownQuestion]
    amendments: Sequence[ShownAmendment]
    submission: ShownSubmission | None
    spoken_approvals: Sequence[ShownWord]
    acceptance: ShownAcceptance | None


def asked(drafted: ReferralDrafted, whole: Told, told: Told) -> Asked:
    """By what had been `told`; words by telephone are numbered as in the `whole` of the record."""
    return Asked(
        request=request(drafted, told),
        returns=returns(told),
        questions=questions(told),
        amendments=amendments(told),
        submission=submission(told),
        spoken_approvals=spoken_approvals(whole, told),
        acceptance=acceptance(told),
    )
