"""The home where a child lives is joined to the search that it was for."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.joining import CameOf
from domain.shared.envelope import StreamId
from domain.shared.vocabulary import OfferId, PlacementId
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.choice import SentSufficiency
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class JoinedPlacement(Body):
    """Where the child lives, the offer that it came of, and why that is so."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "placement_id": examples.PLACEMENT,
                "offer_id": examples.OFFER,
                "reasons": "The home that had offered took her in at ten past two.",
            }
        }
    )

    placement_id: UUID
    offer_id: UUID
    reasons: LongText
    sufficiency: SentSufficiency | None = Field(
        default=None, description="Of a home outside the area; unsaid, it is a breach (2-088)"
    )


@router.post("/joined-placements", status_code=201, responses=declared(404, 409, 412, 428))
def join_placement(
    referral_id: UUID,
    sent: JoinedPlacement,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SELECT_OFFER),
) -> CommandAnswer:
    """Say that a child who moved in otherwise lives in a home that was offered here.

    The search is over, its money can be asked for, and the placement can get its agreement.
    """
    caller.reach(StreamId(f"placement-{sent.placement_id}"))
    receipt = caller.service.search.joining.join(
        caller.occasion,
        referral_id,
        CameOf(
            PlacementId(sent.placement_id),
            OfferId(sent.offer_id),
            sent.reasons,
            sent.sufficiency.said() if sent.sufficiency else None,
        ),
        version_seen,
    )
    return carried_out(caller.service, receipt, response)
