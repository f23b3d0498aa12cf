"""Looking again at the risks to a child whose provider gives cause for it."""

from collections.abc import Sequence

from domain.placement.commands.risk import AskForRiskReview, RecordRiskReview, RiskCommand
from domain.placement.events.risk import RiskEvent, RiskReviewAsked, RiskReviewHeld
from domain.placement.rules.details import require_details
from domain.placement.rules.start import require_not_before
from domain.placement.state import Begun, Current, Placement, ToCome
from domain.shared.errors import WrongState


def decide(placement: Placement, command: RiskCommand) -> Sequence[RiskEvent]:
    match placement, command:
        case ToCome() | Current(), AskForRiskReview():
            return ask(placement, command)
        case _, AskForRiskReview():
            return []
        case ToCome() | Current(), RecordRiskReview():
            return record(placement, command)
        case _:
            raise WrongState.of(placement, command)


def ask(placement: ToCome | Current, command: AskForRiskReview) -> Sequence[RiskEvent]:
    """Once, until it is held: a suspension that is widened asks for no second one."""
    if placement.particulars.risk_review_owed:
        return []
    return [RiskReviewAsked(provider_id=command.provider_id, cause=command.cause)]


def record(placement: ToCome | Current, command: RecordRiskReview) -> Sequence[RiskEvent]:
    if isinstance(placement, Begun):
        require_not_before(placement.started_at, command.on)
    require_details(findings=command.findings)
    return [RiskReviewHeld(**dict(command))]
