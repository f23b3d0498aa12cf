"""Brothers and sisters in one search: that they may live apart is approved before it is chosen."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from domain.referral.codes import Code
from domain.referral.events.siblings import Parted
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}",
    tags=["referrals"],
    responses=declared(404, 409, 412, 428),
)


class SentParted(Body):
    """One child, by its number, and why it may live apart: a code, and the reason in words."""

    child: int = Field(ge=1, le=20, strict=True)
    reason: Code
    text: LongText


class SiblingSplit(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "parted": [
                    {
                        "child": 3,
                        "reason": "no_home_for_all",
                        "text": "No home takes three; child 3 stays near her school.",
                    }
                ]
            }
        }
    )

    parted: list[SentParted] = Field(min_length=1, max_length=20)


def parted_as(sent: SiblingSplit) -> list[Parted]:
    return [Parted(**dict(each)) for each in sent.parted]


@router.post("/sibling-split-approvals", status_code=201)
def approve_sibling_split(
    referral_id: UUID,
    sent: SiblingSplit,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.APPROVE_SIBLING_SPLIT),
) -> CommandAnswer:
    """Let these children live apart from the others. Whoever asked for the home cannot."""
    receipt = caller.service.search.parting.approve(
        caller.occasion, referral_id, parted_as(sent), version_seen
    )
    return carried_out(caller.service, receipt, response)
