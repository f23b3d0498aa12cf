"""What offers are judged by (docs/domain/07, 7.3): essentials that pass or fail, and scores."""

from enum import StrEnum

from pydantic import Field

from domain.shared.messages import Value
from domain.shared.personal import Sealed


class Essential(StrEnum):
    """What an offer passes or fails."""

    AGE = "age"
    REGISTRATION = "registration"
    CAPACITY = "capacity"
    LEGAL_BASIS = "legal_basis"
    HARD_RISK = "hard_risk"
    LOCATION_EXCLUSIONS = "location_exclusions"


class Criterion(StrEnum):
    """What an offer is scored on."""

    NEEDS_FIT = "needs_fit"
    OUTCOMES = "outcomes"
    IDENTITY_AND_CULTURE = "identity_and_culture"
    EDUCATION = "education"
    DISTANCE_AND_CONTACT = "distance_and_contact"
    STABILITY = "stability"
    SIBLINGS = "siblings"
    PRICE = "price"
    SOCIAL_VALUE = "social_value"


class Weight(Value):
    """How much of a hundred a criterion counts."""

    criterion: Criterion
    percent: int = Field(ge=1, le=100)


class Criteria(Value):
    """What one competition is judged by. `scorers` is how many people score each offer."""

    essentials: tuple[Essential, ...] = tuple(Essential)
    weights: tuple[Weight, ...]
    scorers: int = Field(default=1, ge=1, le=5)

    @property
    def asked(self) -> frozenset[Criterion]:
        return frozenset(weight.criterion for weight in self.weights)


class Finding(Value):
    """Whether an offer meets an essential, and why one thinks so."""

    essential: Essential
    met: bool
    reason: Sealed[str]


class Score(Value):
    """Points from 0 to 5 on one criterion, and why."""

    criterion: Criterion
    points: int = Field(ge=0, le=5)
    reason: Sealed[str]


def weighted(criteria: Criteria, scores: tuple[Score, ...]) -> int:
    """The sum of points times weight: 500 is five points on everything."""
    points = {score.criterion: score.points for score in scores}
    return sum(points.get(each.criterion, 0) * each.percent for each in criteria.weights)
