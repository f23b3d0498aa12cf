"""What is said before offers are judged: the criteria, and ties to a provider."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.referral.criteria import Criteria, Criterion, Essential, Weight
from domain.shared.vocabulary import ProviderId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class SentWeight(Body):
    criterion: Criterion
    percent: int = Field(ge=1, le=100, strict=True)


class SentCriteria(Body):
    """Essentials pass or fail; weights come to a hundred. `scorers` people score each offer."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "essentials": ["age", "registration", "hard_risk"],
                "weights": [
                    {"criterion": "needs_fit", "percent": 70},
                    {"criterion": "price", "percent": 30},
                ],
                "scorers": 2,
            }
        }
    )

    essentials: list[Essential] = Field(default=list(Essential), max_length=len(Essential))
    weights: list[SentWeight] = Field(min_length=1, max_length=len(Criterion))
    scorers: int = Field(default=1, ge=1, le=5, strict=True)


class Ties(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"provider_id": examples.PROVIDER, "nature": "My sister works there."}
        }
    )

    provider_id: UUID
    nature: LongText


@router.post("/criteria", status_code=201, responses=declared(404, 409, 412, 428))
def record_criteria(
    referral_id: UUID,
    sent: SentCriteria,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Say what offers will be judged by, before the first of them comes."""
    criteria = Criteria(
        essentials=tuple(sent.essentials),
        weights=tuple(
            Weight(criterion=each.criterion, percent=each.percent) for each in sent.weights
        ),
        scorers=sent.scorers,
    )
    receipt = caller.service.search.evaluation.record_criteria(
        caller.occasion, referral_id, criteria, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/relationship-declarations", status_code=201)
def declare_relationship(
    referral_id: UUID,
    sent: Ties,
    response: Response,
    caller: Commanding = commanding(Action.JUDGE_OFFERS),
) -> CommandAnswer:
    """Say that one has ties to an invited provider; one judges nothing in this search then."""
    receipt = caller.service.search.evaluation.declare(
        caller.occasion, referral_id, ProviderId(sent.provider_id), sent.nature
    )
    return carried_out(caller.service, receipt, response)
