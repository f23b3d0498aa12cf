"""More is told in stages: to who is shortlisted, whose offer is taken, who takes the child."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.disclosure import Written
from domain.referral.field_matrix import PackField
from domain.shared.vocabulary import OfferId, Subject
from interface.http import examples
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}",
    tags=["referrals"],
    responses=declared(404, 409, 412, 428),
)

Fields = Annotated[dict[PackField, LongText], Field(max_length=len(PackField))]


class Certified(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"certified_by": "cert-certifier"}})

    certified_by: ShortText | None = None


class MatchingPack(Certified):
    """What was written for one offer's provider, by the fields that its stage shows (5.4)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "offer_id": examples.OFFER,
                "fields": {
                    "needs": "Steady adults, and time after an upset.",
                    "risks": "Went missing twice last year, to the same friend's.",
                    "school": "Mainstream, year 11; up to forty minutes away.",
                },
                "certified_by": "cert-certifier",
            }
        }
    )

    offer_id: UUID
    fields: Fields


class FullPack(Certified):
    """What was written for the home where the child will live, by the fields of the column Full."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "fields": {
                    "needs": "Steady adults, and time after an upset.",
                    "risks": "Went missing twice last year, to the same friend's.",
                    "health": "Inhaler twice a day; allergic to penicillin.",
                    "family": "Sees her aunt on Saturdays.",
                },
                "certified_by": "cert-certifier",
            }
        }
    )

    fields: Fields


@router.post("/matching-packs", status_code=201)
def release_matching_pack(
    referral_id: UUID,
    sent: MatchingPack,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Tell a shortlisted provider, bound to confidentiality, what it needs to weigh the match."""
    receipt = caller.service.search.disclosure.release_matching(
        caller.occasion,
        referral_id,
        OfferId(sent.offer_id),
        Written(fields=sent.fields, certified_by=_certifier(sent)),
        version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/full-packs", status_code=201)
def release_full_pack(
    referral_id: UUID,
    sent: FullPack,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SUPPLY_INFORMATION),
) -> CommandAnswer:
    """Tell the chosen provider everything it must know, once the start is agreed."""
    receipt = caller.service.search.disclosure.release_full(
        caller.occasion,
        referral_id,
        Written(fields=sent.fields, certified_by=_certifier(sent)),
        version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/named-minimum-packs", status_code=201)
def name_in_minimum_pack(
    referral_id: UUID,
    sent: Certified,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SUPPLY_INFORMATION),
) -> CommandAnswer:
    """Give the chosen provider of an emergency its minimum pack with the first name."""
    receipt = caller.service.search.disclosure.name_in_minimum(
        caller.occasion, referral_id, _certifier(sent), version_seen
    )
    return carried_out(caller.service, receipt, response)


def _certifier(sent: Certified) -> Subject | None:
    return Subject(sent.certified_by) if sent.certified_by else None
