"""Offers side by side, what was seen when one was chosen, direct awards, and none that will do."""

from dataclasses import dataclass
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.choice import Award
from application.referral.comparison import Comparison
from domain.referral.events.award import FoundWanting
from domain.shared.vocabulary import OfferId, Pence
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Caller, Commanding, VersionSeen, commanding, reading
from interface.http.invitations.content import PlainCode
from interface.http.money import WeeklyPence
from interface.http.problems import declared
from interface.http.referrals.choice import PreferredOffer, chosen_as
from interface.http.text import Body, LongText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class DirectAwardOf(PreferredOffer):
    """A choice without comparison: why, and what its price was held against."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "reasons": "The only home that can take her tonight.",
                "match_statement": "Suits the group that lives there.",
                "childs_views": "She knows the house.",
                "jointly_with": "casey-caseworker",
                "reason": "only_provider_able",
                "compared_weekly_pence": 92000,
                "price_check": "Held against the last three awards in this lot.",
            }
        }
    )

    reason: PlainCode
    compared_weekly_pence: WeeklyPence
    price_check: LongText


class Wanting(Body):
    offer_id: UUID
    reason: PlainCode
    text: LongText


class NoneViable(Body):
    """A reason for every open offer; those that are left out are named."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "wanting": [
                    {
                        "offer_id": examples.OFFER,
                        "reason": "match_risk",
                        "text": "Two there know those who exploited her.",
                    }
                ]
            }
        }
    )

    wanting: list[Wanting] = Field(default=[], max_length=1000)
    tried: LongText | None = Field(
        default=None, description="What came of the rung before, or why it was not tried"
    )


@dataclass(frozen=True, kw_only=True)
class DecisionPacket:
    """What was seen, to the letter: `sha256` is the digest of `content` in UTF-8."""

    sha256: str
    content: str


@router.get("/comparison", responses=declared(404))
def compare_offers(
    referral_id: UUID, response: Response, caller: Caller = reading(Action.COMPARE_OFFERS)
) -> Comparison:
    """Every offer side by side, in the order in which it came. Its ETag is what a choice names."""
    found = caller.service.search.comparing.of(referral_id, caller.principal.authority)
    response.headers["ETag"] = f'"{found.version}"'
    return found


@router.get("/decision-packet", responses=declared(404))
def read_decision_packet(
    referral_id: UUID, caller: Caller = reading(Action.COMPARE_OFFERS)
) -> DecisionPacket:
    """What was seen when the last choice was made, exactly as it was kept."""
    sha256, content = caller.service.search.comparing.kept(referral_id)
    return DecisionPacket(sha256=sha256, content=content)


@router.post("/direct-awards", status_code=201, responses=declared(404, 409, 412, 428))
def award_directly(
    referral_id: UUID,
    sent: DirectAwardOf,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.AWARD_DIRECTLY),
) -> CommandAnswer:
    """Award without comparing, once two people have judged the offer."""
    award = Award(
        reason=sent.reason,
        compared_weekly=Pence(sent.compared_weekly_pence),
        price_check=sent.price_check,
    )
    receipt = caller.service.search.choices.select(
        caller.occasion, referral_id, chosen_as(sent, award), version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/no-viable-offers", status_code=201, responses=declared(404, 409, 412, 428))
def record_none_viable(
    referral_id: UUID,
    sent: NoneViable,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """None of the offers will do. Next: widen, another route, spot purchase, a senior manager."""
    wanting = tuple(
        FoundWanting(offer_id=OfferId(each.offer_id), reason=each.reason, text=each.text)
        for each in sent.wanting
    )
    receipt = caller.service.search.choices.record_none_viable(
        caller.occasion, referral_id, wanting, sent.tried, version_seen
    )
    return carried_out(caller.service, receipt, response)
