"""An emergency: approvals by telephone, the whole lot at once, full information in parts."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field
from pydantic.config import JsonDict

from application.access.actions import Action
from application.referral.choice import Word
from application.referral.in_house import Bypass as InHouseBypass
from application.referral.market import Amendment
from domain.referral.codes import BypassReason, Code
from domain.referral.commands.search import ApproveExternalSearch
from domain.referral.field_matrix import PackField
from domain.referral.sections import SectionName
from domain.shared.vocabulary import Pence, Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Instant
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.money import WeeklyPence
from interface.http.problems import declared
from interface.http.referrals.publishing import SentPack
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class SpokenBypass(Body):
    """Which manager let the search go past the council's own homes, and when they said so."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "morgan-manager",
                "at": "2026-03-06T21:20:00Z",
                "reason": "emergency",
                "text": "Nobody of our own answers tonight.",
            }
        }
    )

    officer: ShortText
    at: Instant
    reason: BypassReason
    text: LongText


class SpokenApproval(Body):
    """Which officer let the market be asked, and when they said so."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "officer": "nadia-nominated",
                "at": "2026-03-06T21:25:00Z",
                "budget_heading": "external_16_plus",
                "indicative_weekly_pence": 120000,
            }
        }
    )

    officer: ShortText
    at: Instant
    budget_heading: Code
    indicative_weekly_pence: WeeklyPence


_EXAMPLE: JsonDict = {
    "pack": {
        "needs": ["trauma"],
        "risks": [{"category": "missing", "level": "high"}],
        "area": "derby_south",
        "half_hours": 40,
        "needed_from": "2026-03-06",
        "duration": "short",
        "summary": "Needs a quiet place tonight.",
    },
    "essentials": {
        "needs": "A calm adult and a room of their own.",
        "risks": "May leave in the night.",
        "health": "Carries an inhaler; allergic to penicillin.",
    },
    "certified_by": "olly-out-of-hours",
}


class EmergencyPublication(Body):
    """The published pack, and the essentials by the fields of the emergency minimum pack."""

    model_config = ConfigDict(json_schema_extra={"example": _EXAMPLE})

    pack: SentPack
    essentials: Annotated[dict[PackField, LongText], Field(max_length=20)]
    certified_by: ShortText | None = None


class EmergencyAmendment(EmergencyPublication):
    """Both packs as they are to read from now on, and whether everybody has a new window."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                **_EXAMPLE,
                "material": True,
                "reason": "withdrawn_pack_replaced",
            }
        }
    )

    material: bool
    reason: Code


class InformationPart(Body):
    model_config = ConfigDict(
        json_schema_extra={
            "example": {"sections": {"history": "Two placements, the last for a year."}}
        }
    )

    sections: Annotated[dict[SectionName, LongText], Field(max_length=13)]


@router.post("/spoken-in-house-bypasses", status_code=201, responses=declared(404, 409, 412, 428))
def record_spoken_bypass(
    referral_id: UUID,
    sent: SpokenBypass,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that a manager, by telephone, let an emergency go past the council's own homes."""
    receipt = caller.service.search.in_house.bypass(
        caller.occasion,
        referral_id,
        InHouseBypass(sent.reason, sent.text),
        version_seen,
        Word(officer=Subject(sent.officer), at=sent.at),
    )
    return carried_out(caller.service, receipt, response)


@router.post(
    "/spoken-external-search-approvals", status_code=201, responses=declared(404, 409, 412, 428)
)
def record_spoken_approval(
    referral_id: UUID,
    sent: SpokenApproval,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Write down that an officer, by telephone, let the market be asked in an emergency."""
    command = ApproveExternalSearch(
        budget_heading=sent.budget_heading,
        indicative_weekly=Pence(sent.indicative_weekly_pence),
        by=Subject(sent.officer),
        spoken=caller.service.search.spoken.heard(
            caller.occasion, referral_id, sent.at, Subject(sent.officer)
        ),
    )
    receipt = caller.service.search.requests.do(caller.occasion, referral_id, command, version_seen)
    return carried_out(caller.service, receipt, response)


@router.post("/emergency-publications", status_code=201, responses=declared(404, 409, 412, 428))
def publish_emergency(
    referral_id: UUID,
    sent: EmergencyPublication,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Ask every active member of the lot at once, with the emergency minimum pack."""
    receipt = caller.service.search.emergency.publish(
        caller.occasion,
        referral_id,
        sent.pack.content(),
        sent.essentials,
        certified_by=Subject(sent.certified_by) if sent.certified_by else None,
        expecting=version_seen,
    )
    return carried_out(caller.service, receipt, response)


@router.post("/emergency-amendments", status_code=201, responses=declared(404, 409, 412, 428))
def amend_emergency(
    referral_id: UUID,
    sent: EmergencyAmendment,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.ACT_IN_EMERGENCY),
) -> CommandAnswer:
    """Publish both packs anew, at any hour: above all in the place of what was withdrawn."""
    amendment = Amendment(
        content=sent.pack.content(),
        certified_by=Subject(sent.certified_by) if sent.certified_by else None,
        material=sent.material,
        reason=sent.reason,
        text=None,
    )
    receipt = caller.service.search.emergency.amend(
        caller.occasion, referral_id, amendment, sent.essentials, expecting=version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/information-parts", status_code=201)
def supply_information(
    referral_id: UUID,
    sent: InformationPart,
    response: Response,
    caller: Commanding = commanding(Action.SUPPLY_INFORMATION),
) -> CommandAnswer:
    """Give the chosen provider a part of the full information; C-INFO-72 stops at the last."""
    receipt = caller.service.search.emergency.supply(caller.occasion, referral_id, sent.sections)
    return carried_out(caller.service, receipt, response)
