"""What becomes of a notice: both agree on another end, it is given again, or it is taken back."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.notice_changes import OtherEnd
from domain.placement.commands import WithdrawNotice
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.placements.notice import CouncilNotice, content_of
from interface.http.problems import declared
from interface.http.text import Body, LongText, ShortText

Number = Annotated[
    int, Path(ge=1, le=1000, description="Which notice of the placement: the first given is 1")
]

router = APIRouter(
    prefix="/placements/{placement_id}/notices/{number}",
    tags=["placements"],
    responses=declared(404, 409, 412, 428),
)


class AgreedOtherEnd(Body):
    """Another last day, agreed in writing by both; `pay_until` is the last day that is paid."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "agreed_on": "2026-07-03",
                "earliest_end": "2026-07-13",
                "pay_until": "2026-07-20",
                "reason": "A place nearer to the college is free from the 13th.",
                "provider_agreed": "priya-provider",
                "manager_approval": "morgan-manager",
            }
        }
    )

    agreed_on: Moment
    earliest_end: Day
    pay_until: Day
    reason: LongText
    written: bool = True
    provider_agreed: ShortText | None = None
    manager_approval: ShortText | None = None


class TakenBack(Body):
    """Why it was taken back, and who said so for each party."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "on": "2026-07-06",
                "reason": "The stability meeting agreed on more hours.",
                "provider_agreed": "priya-provider",
                "manager_approval": "morgan-manager",
            }
        }
    )

    on: Moment
    reason: LongText
    provider_agreed: ShortText | None = None
    manager_approval: ShortText | None = None


@router.post("/shortenings", status_code=201)
def shorten_notice(
    *,
    placement_id: UUID,
    number: Number,
    end: AgreedOtherEnd,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CHANGE_NOTICE),
) -> CommandAnswer:
    """Both parties agree that the notice runs out sooner. The deadline moves with it."""
    receipt = caller.service.placement.notice_changes.agree(
        caller.occasion, placement_id, number, _other(end), version_seen, sooner=True
    )
    return carried_out(caller.service, receipt, response)


@router.post("/extensions", status_code=201)
def extend_notice(
    *,
    placement_id: UUID,
    number: Number,
    end: AgreedOtherEnd,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CHANGE_NOTICE),
) -> CommandAnswer:
    """Both parties agree that the notice runs on, as where no next home has been found."""
    receipt = caller.service.placement.notice_changes.agree(
        caller.occasion, placement_id, number, _other(end), version_seen, sooner=False
    )
    return carried_out(caller.service, receipt, response)


@router.post("/replacements", status_code=201)
def replace_notice(
    *,
    placement_id: UUID,
    number: Number,
    notice: CouncilNotice,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SERVE_NOTICE),
) -> CommandAnswer:
    """Give the council's notice again for another reason: the earlier end of the two counts."""
    receipt = caller.service.placement.notices.replace(
        caller.occasion, placement_id, number, content_of(notice), version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/withdrawals", status_code=201)
def withdraw_notice(
    *,
    placement_id: UUID,
    number: Number,
    sent: TakenBack,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.CHANGE_NOTICE),
) -> CommandAnswer:
    """Who gave the notice takes it back, with the other party's consent."""
    command = WithdrawNotice(
        notice=number,
        on=sent.on,
        reason=sent.reason,
        provider_agreed=sent.provider_agreed,
        approved_by=Subject(sent.manager_approval) if sent.manager_approval else None,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.notice_changes.withdraw(
        caller.occasion, placement_id, command, version_seen
    )
    return carried_out(caller.service, receipt, response)


def _other(sent: AgreedOtherEnd) -> OtherEnd:
    manager = sent.manager_approval
    return OtherEnd(
        agreed_on=sent.agreed_on,
        earliest_end=sent.earliest_end,
        pay_until=sent.pay_until,
        reason=sent.reason,
        written=sent.written,
        provider_agreed=sent.provider_agreed,
        manager_approval=Subject(manager) if manager else None,
    )
