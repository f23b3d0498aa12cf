"""Recording what came of a return, and that the police were told. These are facts."""

from collections.abc import Sequence

from domain.case.commands import RecordPoliceTold, RecordReturnInterview
from domain.case.events import (
    CaseEvent,
    PoliceTold,
    ReturnInterviewDeclined,
    ReturnInterviewHeld,
    ReturnInterviewOffered,
)
from domain.case.interviews import InterviewStep
from domain.shared.errors import EffectiveBeforeStream, MissingInformation, WrongState
from domain.shared.moments import before


def record(command: RecordReturnInterview) -> Sequence[CaseEvent]:
    """One interview may be about several returns, each with its own result (6-80)."""
    _require_returned(command)
    returns = tuple(each.event_id for each in command.returns)
    match command.step:
        case InterviewStep.OFFERED:
            return [ReturnInterviewOffered(returns=returns, on=command.on, by=command.by)]
        case InterviewStep.DECLINED:
            return [
                ReturnInterviewDeclined(
                    returns=returns, on=command.on, why=command.why, by=command.by
                )
            ]
        case InterviewStep.HELD:
            return [_held(command, returns)]


def tell_police(command: RecordPoliceTold) -> Sequence[CaseEvent]:
    """A fact, whenever it was: before the child is on record as missing, or after (R-245)."""
    if not command.reference.strip():
        raise MissingInformation(["reference"])
    return [PoliceTold(**dict(command))]


def _held(command: RecordReturnInterview, returns: tuple[object, ...]) -> ReturnInterviewHeld:
    needed = {
        "interviewer": bool(command.interviewer and command.interviewer.strip()),
        "independent": command.independent is not None,
    }
    missing = [name for name, said in needed.items() if not said]
    if missing:
        raise MissingInformation(missing)
    return ReturnInterviewHeld(
        returns=returns,
        on=command.on,
        interviewer=command.interviewer,
        independent=command.independent,
        said=command.said,
        by=command.by,
    )


def _require_returned(command: RecordReturnInterview) -> None:
    if not command.returns:
        raise WrongState("The child has not come back by then: there is nothing to ask about.")
    if any(before(command.on, each.at) for each in command.returns):
        raise EffectiveBeforeStream("This is dated before the child came back.")
