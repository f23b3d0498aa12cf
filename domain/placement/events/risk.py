"""What can happen about the risks to a child where it lives, or is about to."""

from typing import ClassVar

from domain.placement.risk import RiskCause, RiskOutcome
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ProviderId, Subject


class RiskReviewAsked(Event):
    """Somebody is to look at the risks to this child; the placement goes on (6-48)."""

    stored_as: ClassVar[str] = "placement.risk_review_asked.v1"

    provider_id: ProviderId
    cause: RiskCause


class RiskReviewHeld(Event):
    """The risks to this child were looked at. What it recommends is not yet a change."""

    stored_as: ClassVar[str] = "placement.risk_review_held.v1"

    on: When
    outcome: RiskOutcome
    findings: Sealed[str]
    by: Subject

    def effective(self) -> When:
        return self.on


RiskEvent = RiskReviewAsked | RiskReviewHeld
