"""What the provider of a home says of notice itself: gives it, reads it, answers for it (R-16)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.placement.own_notices import OwnNotice
from domain.placement.commands import AnswerOnNotice
from domain.placement.notice_answers import NoticeChangeKind
from domain.shared.vocabulary import Subject
from interface.http.answers import carried_out
from interface.http.asking import Day, Moment
from interface.http.dependencies import Caller, Commanding, commanding, reading
from interface.http.problems import declared
from interface.http.text import Body, CodeText

router = APIRouter(
    prefix="/placements/{placement_id}/own-notices",
    tags=["placements"],
    responses=declared(404, 409),
)

Number = Annotated[
    int, Path(ge=1, le=1000, description="Which notice of the placement: the first given is 1")
]


class GivenNotice(Body):
    """Why, and the end that is named. It is given at the moment at which it is sent."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"reason": "cannot_meet_needs", "end_named": "2026-07-29"}}
    )

    reason: CodeText
    end_named: Moment | None = None


class AnswerOfProvider(Body):
    """Whether it agrees to just this: the last day, and the last day that is paid."""

    model_config = ConfigDict(
        json_schema_extra={
            "example": {
                "change": "shorten",
                "agrees": True,
                "earliest_end": "2026-07-13",
                "pay_until": "2026-07-20",
            }
        }
    )

    change: NoticeChangeKind
    agrees: bool
    earliest_end: Day | None = None
    pay_until: Day | None = None


@dataclass(frozen=True, kw_only=True)
class OwnNoticeList:
    notices: Sequence[OwnNotice]


@router.get("")
def read_own_notices(
    placement_id: UUID, caller: Caller = reading(Action.READ_OWN_NOTICES)
) -> OwnNoticeList:
    """Read the notices of a placement with one's own organisation, whoever gave them."""
    return OwnNoticeList(notices=caller.service.placement.own_notices.of(placement_id))


@router.post("", status_code=201)
def give_own_notice(
    placement_id: UUID,
    sent: GivenNotice,
    response: Response,
    caller: Commanding = commanding(Action.GIVE_OWN_NOTICE),
) -> OwnNoticeList:
    """Give notice as the provider, however short. A reason that is in no list hears of those."""
    receipt = caller.service.placement.own_notices.give(
        caller.occasion, placement_id, sent.reason, sent.end_named
    )
    carried_out(caller.service, receipt, response)
    return _told(caller, placement_id, response)


@router.post("/{number}/answers", status_code=201)
def answer_on_notice(
    placement_id: UUID,
    number: Number,
    sent: AnswerOfProvider,
    response: Response,
    caller: Commanding = commanding(Action.GIVE_OWN_NOTICE),
) -> OwnNoticeList:
    """Say whether another end, or taking it back, is agreed. The council then acts on it."""
    command = AnswerOnNotice(
        notice=number,
        **sent.model_dump(),
        at=caller.occasion.now,
        by=Subject(caller.principal.subject),
    )
    receipt = caller.service.placement.own_notices.answer(caller.occasion, placement_id, command)
    carried_out(caller.service, receipt, response)
    return _told(caller, placement_id, response)


def _told(caller: Commanding, placement_id: UUID, response: Response) -> OwnNoticeList:
    # How much has happened to the child, or in the whole service, is not the provider's.
    del response.headers["ETag"]
    return OwnNoticeList(notices=caller.service.placement.own_notices.of(placement_id))
