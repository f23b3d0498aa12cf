"""Who answers for whose share of the money (docs/domain/05, 5.1; R-79)."""

from datetime import date

from domain.referral.commands.funding import AgreeShare, AnswerShare, ShareCommand
from domain.referral.funding import FundingPlan
from domain.shared.errors import (
    ConflictOfInterest,
    NotFound,
    NotPermitted,
    WrongState,
)
from domain.shared.money import CLAIMS, OWN, Funder
from domain.shared.said import require_said


def require_funder(plan: FundingPlan, command: ShareCommand) -> None:
    """Not found: a share that is not in the plan or, to a funder, one that is not its own."""
    anothers = command.as_funder is not None and command.as_funder != command.funder
    if anothers or not plan.shares_of(command.funder):
        raise NotFound("This plan has no such share.")


def require_answerable(plan: FundingPlan, command: AnswerShare) -> None:
    """Refuse an answer for a share that is another's to give.

    A funder answers for its own. The council confirms what is claimed from benefits, enters
    what a funder answered on paper, and says what it thinks of its own part when it authorises
    the whole.
    """
    require_funder(plan, command)
    headings = {share.heading for share in plan.shares_of(command.funder)}
    if command.as_funder is not None and command.answered_by is not None:
        raise NotPermitted("Whoever answers here answers in their own name.")
    if command.as_funder is not None or headings <= CLAIMS:
        return
    if command.answered_by is None or headings & OWN:
        raise NotPermitted("A funder answers for its own share; the council may underwrite it.")
    if isinstance(command, AgreeShare):
        require_said(agreement_reference=command.agreement_reference)


def require_anothers(plan: FundingPlan, funder: Funder) -> None:
    """Refuse to underwrite one's own share."""
    mine = plan.shares_of(funder)
    if not mine:
        raise NotFound("This plan has no such share.")
    if any(share.heading in OWN for share in mine):
        raise ConflictOfInterest("The council does not underwrite its own share.")


def require_paid_from(plan: FundingPlan, funder: Funder, since: date) -> None:
    """Refuse a withdrawal from a day on which the funder pays nothing any more."""
    shares = plan.shares_of(funder)
    if all(share.until is not None and share.until <= since for share in shares):
        raise WrongState("This funder pays nothing from that day on.")
    if any(share.heading in OWN for share in shares):
        raise NotPermitted("The council's own share ends with the placement.")
