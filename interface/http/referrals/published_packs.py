"""The published pack is amended, or taken back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict, Field

from application.access.actions import Action
from application.referral.market import Amendment
from domain.referral.codes import Code
from domain.referral.commands.market import WithdrawPack
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.referrals.publishing import SentPack
from interface.http.text import Body, LongText, ShortText

router = APIRouter(
    prefix="/referrals/{referral_id}", tags=["referrals"], responses=declared(404, 409)
)


class PublicationAmendment(Body):
    """The pack as it is to read from now on. What is `material` gives everybody a new window."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "pack": {
                    "needs": ["trauma", "therapy"],
                    "risks": [{"category": "missing", "level": "high"}],
                    "area": "derby_south",
                    "half_hours": 24,
                    "needed_from": "2026-03-09",
                    "duration": "long",
                    "summary": "Likes cooking; needs somebody awake at night.",
                },
                "certified_by": "bailey-broker",
                "material": True,
                "reason": "needs_changed",
            }
        }
    )

    pack: SentPack
    certified_by: ShortText | None = None
    material: bool
    reason: Code
    text: LongText | None = None


class PackWithdrawal(Body):
    """Where in the pack the fault stands, and what it is; never the words themselves.

    `sha256` is the version meant, where it is not the one that is shown.
    """

    model_config = ConfigDict(
        json_schema_extra={"example": {"field": "summary", "reason": "name_of_child"}}
    )

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")] | None = None
    field: Code
    reason: Code


@router.post("/publication-amendments", status_code=201, responses=declared(404, 409, 412, 428))
def amend_publication(
    referral_id: UUID,
    sent: PublicationAmendment,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.BROKER_REFERRAL),
) -> CommandAnswer:
    """Publish another version of the pack. The one before is kept, and shown to nobody."""
    amendment = Amendment(
        content=sent.pack.content(),
        certified_by=Subject(sent.certified_by) if sent.certified_by else None,
        material=sent.material,
        reason=sent.reason,
        text=sent.text,
    )
    receipt = caller.service.search.market.amend(
        caller.occasion, referral_id, amendment, version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/pack-withdrawals", status_code=201)
def withdraw_pack(
    referral_id: UUID,
    sent: PackWithdrawal,
    response: Response,
    caller: Commanding = commanding(Action.WITHDRAW_PACK),
) -> CommandAnswer:
    """Take the pack out of sight at once. It is kept as evidence, with who had opened it."""
    command = WithdrawPack(
        sha256=sent.sha256,
        field=sent.field,
        reason=sent.reason,
        now=caller.occasion.now,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.search.market.do(caller.occasion, referral_id, command)
    return carried_out(caller.service, receipt, response)
