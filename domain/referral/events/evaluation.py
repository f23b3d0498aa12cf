"""Offers are judged: by criteria fixed beforehand, by people without ties, and moderated."""

from typing import ClassVar

from pydantic import AwareDatetime

from domain.referral.criteria import Criteria, Finding, Score
from domain.referral.events.offers import OfOffer
from domain.shared.messages import Event
from domain.shared.moments import When
from domain.shared.personal import Sealed
from domain.shared.vocabulary import ProviderId, Subject


class CriteriaRecorded(Event):
    """What the offers of this competition are judged by, and with what weights."""

    stored_as: ClassVar[str] = "referral.criteria_recorded.v1"

    criteria: Criteria
    by: Subject


class RelationshipDeclared(Event):
    """Somebody has ties to an invited provider, and judges nothing in this search (5.2)."""

    stored_as: ClassVar[str] = "referral.relationship_declared.v1"

    provider_id: ProviderId
    nature: Sealed[str]
    by: Subject


class OfferScored(OfOffer):
    """One person judged an offer, anew if they had before."""

    stored_as: ClassVar[str] = "referral.offer_scored.v1"

    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    by: Subject


class OfferModerated(OfOffer):
    """Somebody who did not score brought the scores of an offer together (1-011)."""

    stored_as: ClassVar[str] = "referral.offer_moderated.v1"

    scores: tuple[Score, ...]
    by: Subject


class SuitabilityJudged(OfOffer):
    """An offer was called suitable or not: it counts in K-02."""

    stored_as: ClassVar[str] = "referral.suitability_judged.v1"

    suitable: bool
    reason: Sealed[str]
    by: Subject


class OfferShortlisted(OfOffer):
    """An offer is looked at more closely."""

    stored_as: ClassVar[str] = "referral.offer_shortlisted.v1"

    by: Subject


class ImpactRiskAssessed(OfOffer):
    """A manager of a shared home weighed the child against who lives there, both ways (7.3)."""

    stored_as: ClassVar[str] = "referral.impact_risk_assessed.v1"

    on_child: Sealed[str]
    on_residents: Sealed[str]
    strengths: Sealed[str]
    acceptable: bool
    at: AwareDatetime
    by: Subject

    def effective(self) -> When:
        return self.at


EvaluationEvent = (
    CriteriaRecorded
    | RelationshipDeclared
    | OfferScored
    | OfferModerated
    | SuitabilityJudged
    | OfferShortlisted
    | ImpactRiskAssessed
)
