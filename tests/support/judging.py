"""Criteria, scores and words of scorers. A test names only what it is about."""

from typing import Any

from domain.referral.commands.evaluation import (
    AssessImpact,
    JudgeSuitability,
    ModerateScores,
    RecordCriteria,
    ScoreOffer,
)
from domain.referral.criteria import Criteria, Criterion, Essential, Finding, Score, Weight
from domain.referral.events.evaluation import (
    CriteriaRecorded,
    ImpactRiskAssessed,
    OfferModerated,
    OfferScored,
    SuitabilityJudged,
)
from domain.shared.vocabulary import ProviderId, Subject
from tests.support.referrals import BROKER, LATE, OAK, offer_of

ANNE, BEN, CLARE = Subject("anne"), Subject("ben"), Subject("clare")


def kept(command: ScoreOffer | ModerateScores | JudgeSuitability) -> dict[str, Any]:
    """What the event remembers of a command: not what its words would have told."""
    return {name: said for name, said in command if name != "would_tell"}


def criteria(scorers: int = 1, **percents: int) -> Criteria:
    weights = percents or {"needs_fit": 70, "price": 30}
    return Criteria(
        essentials=(Essential.HARD_RISK,),
        weights=tuple(
            Weight(criterion=Criterion(name), percent=percent) for name, percent in weights.items()
        ),
        scorers=scorers,
    )


def record(scorers: int = 1, **percents: int) -> RecordCriteria:
    return RecordCriteria(criteria=criteria(scorers, **percents), by=BROKER)


def recorded_criteria(scorers: int = 1, **percents: int) -> CriteriaRecorded:
    return CriteriaRecorded(**dict(record(scorers, **percents)))


def scores(needs: int = 4, price: int = 3) -> tuple[Score, ...]:
    return (
        Score(criterion=Criterion.NEEDS_FIT, points=needs, reason="Knows such needs."),
        Score(criterion=Criterion.PRICE, points=price, reason="In the middle."),
    )


def score(
    by: Subject = ANNE, provider_id: ProviderId = OAK, *, met: bool = True, **changed: Any
) -> ScoreOffer:
    finding = Finding(essential=Essential.HARD_RISK, met=met, reason="Nobody there is at risk.")
    plain: dict[str, Any] = {
        "offer_id": offer_of(provider_id),
        "findings": (finding,),
        "scores": scores(),
        "by": by,
    }
    return ScoreOffer(**plain | changed)


def scored(
    by: Subject = ANNE, provider_id: ProviderId = OAK, *, met: bool = True, **changed: Any
) -> OfferScored:
    return OfferScored(**kept(score(by, provider_id, met=met, **changed)), provider_id=provider_id)


def moderate(by: Subject = CLARE, provider_id: ProviderId = OAK) -> ModerateScores:
    return ModerateScores(offer_id=offer_of(provider_id), scores=scores(3, 3), by=by)


def moderated(provider_id: ProviderId = OAK) -> OfferModerated:
    return OfferModerated(**kept(moderate(provider_id=provider_id)), provider_id=provider_id)


def judge(*, suitable: bool = True, provider_id: ProviderId = OAK) -> JudgeSuitability:
    return JudgeSuitability(
        offer_id=offer_of(provider_id), suitable=suitable, reason="Meets the needs.", by=ANNE
    )


def called(*, suitable: bool = True, provider_id: ProviderId = OAK) -> SuitabilityJudged:
    told = kept(judge(suitable=suitable, provider_id=provider_id))
    return SuitabilityJudged(**told, provider_id=provider_id)


def assess(*, acceptable: bool = True, **changed: Any) -> AssessImpact:
    plain: dict[str, Any] = {
        "provider_id": OAK,
        "on_child": "May feel alone at first.",
        "on_residents": "Settled.",
        "strengths": "They all cook.",
        "acceptable": acceptable,
        "at": LATE,
        "by": Subject("manager-of-oak"),
    }
    return AssessImpact(**plain | changed)


def assessed(*, acceptable: bool = True) -> ImpactRiskAssessed:
    return ImpactRiskAssessed(**dict(assess(acceptable=acceptable)), offer_id=offer_of(OAK))
