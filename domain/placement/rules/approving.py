"""Who gives an approval, when, and in which form (docs/domain/10, R-152, R-153 and R-155)."""

from domain.placement.approving import ASKED, Approval, ApprovalKind, Approvals
from domain.placement.commands.approvals import GrantApproval
from domain.shared.errors import ConflictOfInterest, EffectiveBeforeStream, WrongState


def require_record_of_others(approvals: Approvals, command: GrantApproval) -> None:
    """Refuse the approval of who wrote down any of what it rests on (R-153)."""
    wrote = {approvals.considered_by.get(each) for each in ASKED[command.kind]}
    if command.by in wrote:
        raise ConflictOfInterest("Whoever recorded what an approval rests on does not give it.")


def require_word_for_this(asked: Approval, command: GrantApproval) -> None:
    """Refuse a word on the telephone that was not given on this request, or undoes a refusal."""
    word = command.word
    if word is None:
        return
    if word.noted_by == asked.asked_by:
        raise ConflictOfInterest("Whoever asks for an approval does not write down its answer.")
    if asked.refused:
        raise WrongState("What was refused is approved signed in, and not by telephone.")
    # The minute is what a clock on the wall shows to who writes it down.
    since = command.asked_at and command.asked_at.replace(second=0, microsecond=0)
    if since is not None and word.given_at < since:
        raise EffectiveBeforeStream("This word was given before the approval was asked for.")


def require_time(command: GrantApproval) -> None:
    """Refuse to put off what nobody is in a hurry for: the sixteen weeks run already (R-155)."""
    if command.emergency and command.kind is ApprovalKind.TEMPORARY_CARERS:
        raise WrongState("More weeks are given in full, and before those that run are over.")
