"""How offers are judged: scores, moderation, suitability, a shortlist."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.referral.criteria import Criterion, Essential, Finding, Score
from domain.shared.vocabulary import OfferId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


SCORES: Any = [
    {"criterion": "needs_fit", "points": 4, "reason": "Has met such needs before."},
    {"criterion": "price", "points": 3, "reason": "In the middle of the three."},
]


class SentFinding(Body):
    essential: Essential
    met: bool
    reason: LongText


class SentScore(Body):
    """Points from 0 to 5, and why."""

    criterion: Criterion
    points: int = Field(ge=0, le=5, strict=True)
    reason: LongText


class OfOneOffer(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"offer_id": examples.OFFER}})

    offer_id: UUID


class Scores(OfOneOffer):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "findings": [
                    {"essential": "hard_risk", "met": True, "reason": "Nobody there is at risk."}
                ],
                "scores": SCORES,
            }
        }
    )

    findings: list[SentFinding] = Field(max_length=len(Essential))
    scores: list[SentScore] = Field(max_length=len(Criterion))


class Moderation(OfOneOffer):
    model_config = ConfigDict(
        json_schema_extra={"example": {"offer_id": examples.OFFER, "scores": SCORES}}
    )

    scores: list[SentScore] = Field(max_length=len(Criterion))


class Suitability(OfOneOffer):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "suitable": True,
                "reason": "Meets every need that was named.",
            }
        }
    )

    suitable: bool
    reason: LongText


@router.post("/offer-scores", status_code=201)
def score_offer(
    referral_id: UUID,
    sent: Scores,
    response: Response,
    caller: Commanding = commanding(Action.JUDGE_OFFERS),
) -> CommandAnswer:
    """Judge an offer on every essential and every criterion, each with its reason."""
    findings = tuple(
        Finding(essential=each.essential, met=each.met, reason=each.reason)
        for each in sent.findings
    )
    receipt = caller.service.search.evaluation.score(
        caller.occasion, referral_id, OfferId(sent.offer_id), findings, _scores(sent.scores)
    )
    return carried_out(caller.service, receipt, response)


@router.post("/offer-moderations", status_code=201)
def moderate_scores(
    referral_id: UUID,
    sent: Moderation,
    response: Response,
    caller: Commanding = commanding(Action.JUDGE_OFFERS),
) -> CommandAnswer:
    """Bring the scores of an offer together; not by anybody who gave them."""
    receipt = caller.service.search.evaluation.moderate(
        caller.occasion, referral_id, OfferId(sent.offer_id), _scores(sent.scores)
    )
    return carried_out(caller.service, receipt, response)


@router.post("/suitability-judgements", status_code=201)
def judge_suitability(
    referral_id: UUID,
    sent: Suitability,
    response: Response,
    caller: Commanding = commanding(Action.JUDGE_OFFERS),
) -> CommandAnswer:
    """Say whether an offer is suitable, and why."""
    receipt = caller.service.search.evaluation.judge(
        caller.occasion,
        referral_id,
        OfferId(sent.offer_id),
        sent.reason,
        suitable=sent.suitable,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/shortlistings", status_code=201)
def shortlist_offer(
    referral_id: UUID,
    sent: OfOneOffer,
    response: Response,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Look at a scored offer more closely."""
    receipt = caller.service.search.evaluation.shortlist(
        caller.occasion, referral_id, OfferId(sent.offer_id)
    )
    return carried_out(caller.service, receipt, response)


def _scores(sent: list[SentScore]) -> tuple[Score, ...]:
    return tuple(
        Score(criterion=each.criterion, points=each.points, reason=each.reason) for each in sent
    )
