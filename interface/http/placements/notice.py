"""Notice: the council's by the contract version, the provider's as it comes."""

from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.notice import NoticeContent, ReceivedNotice
from domain.placement.endings import ImmediateGround
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Commanding, VersionSeen, commanding
from interface.http.problems import declared
from interface.http.text import Body, CodeText, LongText, ShortText

router = APIRouter(
    prefix="/placements/{placement_id}", tags=["placements"], responses=declared(404, 409)
)


class CouncilNotice(Body):
    """`reason` is the contract's own code: it decides whether 30 days are due, or 14.

    `risk_ground` is why no review of a looked-after child's case comes before it. In a home of
    the council's own, which has no contract, `end_named` is the day at whose end it runs out.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reason": "any_general_reason",
                "served_at": "2026-07-01",
                "options_explored": "Two stability meetings; more hours were tried.",
                "manager_approval": "morgan-manager",
                "written": True,
            }
        }
    )

    reason: CodeText
    served_at: Moment
    options_explored: LongText | None = None
    manager_approval: ShortText | None = None
    risk_ground: ImmediateGround | None = None
    end_named: Day | None = None
    written: bool = True


class ProviderNotice(Body):
    """What the provider said, however short: a fact, and no rule refuses it (R-16)."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "reason": "cannot_meet_needs",
                "received_at": "2026-07-01T16:40:00+01:00",
                "end_named": "2026-07-02",
            }
        }
    )

    reason: CodeText
    received_at: Moment
    end_named: Moment | None = None


@router.post("/notices", status_code=201, responses=declared(404, 409, 412, 428))
def serve_notice(
    placement_id: UUID,
    notice: CouncilNotice,
    response: Response,
    version_seen: VersionSeen,
    caller: Commanding = commanding(Action.SERVE_NOTICE),
) -> CommandAnswer:
    """Serve the council's notice. A looked-after child needs a statutory review before the end."""
    receipt = caller.service.placement.notices.serve(
        caller.occasion, placement_id, content_of(notice), version_seen
    )
    return carried_out(caller.service, receipt, response)


@router.post("/provider-notices", status_code=201)
def record_provider_notice(
    placement_id: UUID,
    notice: ProviderNotice,
    response: Response,
    caller: Commanding = commanding(Action.RECORD_PROVIDER_NOTICE),
) -> CommandAnswer:
    """Record that the provider gave notice, and the end it named."""
    received = ReceivedNotice(
        received_at=notice.received_at, reason=notice.reason, end_named=notice.end_named
    )
    receipt = caller.service.placement.notices.receive(caller.occasion, placement_id, received)
    return carried_out(caller.service, receipt, response)


def content_of(notice: CouncilNotice) -> NoticeContent:
    """The notice as the service takes it."""
    approval = notice.manager_approval
    return NoticeContent(
        reason=notice.reason,
        served_at=notice.served_at,
        options_explored=notice.options_explored,
        manager_approval=Subject(approval) if approval else None,
        risk_ground=notice.risk_ground,
        end_named=notice.end_named,
        written=notice.written,
    )
