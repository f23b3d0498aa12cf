"""What can be asked about the risks to a child where it lives, or is about to."""

from domain.placement.risk import RiskCause, RiskOutcome
from domain.shared.messages import Command
from domain.shared.moments import When
from domain.shared.vocabulary import ProviderId, Subject


class AskForRiskReview(Command):
    """Have somebody look at the risks, because of what happened to the provider."""

    provider_id: ProviderId
    cause: RiskCause


class RecordRiskReview(Command):
    """Record that the risks were looked at, asked for or not, and what is to follow."""

    on: When
    outcome: RiskOutcome
    findings: str
    by: Subject


RiskCommand = AskForRiskReview | RecordRiskReview
