"""Giving an address for one's own deadlines, and withdrawing it."""

from datetime import date

from fastapi import APIRouter, Response
from pydantic import ConfigDict

from application.access.actions import Action
from application.feed.addresses import feed_of
from domain.shared.errors import NotPermitted
from domain.shared.vocabulary import Subject
from interface.http.answers import CommandAnswer, carried_out
from interface.http.dependencies import Commanding, commanding
from interface.http.problems import declared
from interface.http.text import Body, SubjectText

router = APIRouter(prefix="/calendar-feeds", tags=["clocks"], responses=declared())


class FeedAnswer(CommandAnswer):
    """`address` is read by whoever has it, up to and with `until`; none once it is withdrawn."""

    address: str | None = None
    until: date | None = None


class NoBody(Body):
    """Nothing is asked: the feed is the caller's own."""

    model_config = ConfigDict(json_schema_extra={"example": {}})


class FeedWithdrawal(Body):
    """Whose address is withdrawn; one's own where nobody is named."""

    model_config = ConfigDict(json_schema_extra={"example": {"who": "casey-caseworker"}})

    who: SubjectText | None = None


@router.post("", status_code=201)
def open_feed(
    sent: NoBody, response: Response, caller: Commanding = commanding(Action.OPEN_FEED)
) -> FeedAnswer:
    """Give the caller's calendar an address. The one that it had before leads nowhere any more."""
    del sent
    who, feeds = caller.principal, caller.service.feeds
    receipt = feeds.handlers.open(caller.occasion, who)
    answer = carried_out(caller.service, receipt, response)
    feed_id = feed_of(who.authority, who.subject)
    if (newest := feeds.addresses.newest(feed_id)) is None:
        return FeedAnswer(**answer.model_dump())
    token, opened = newest
    address = f"/v1/calendar-feeds/{feed_id}/{token}"
    return FeedAnswer(**answer.model_dump(), address=address, until=opened.until)


@router.post("/withdrawals", status_code=201, responses=declared(404, 409))
def withdraw_feed(
    sent: FeedWithdrawal, response: Response, caller: Commanding = commanding(Action.WITHDRAW_FEED)
) -> CommandAnswer:
    """Withdraw an address: one's own, or that of somebody who has lost it or has left."""
    own = caller.principal.subject
    if sent.who not in {None, own} and not caller.may_also(Action.WITHDRAW_FEED_OF_ANOTHER):
        raise NotPermitted("The feed of somebody else is withdrawn by a manager.")
    receipt = caller.service.feeds.handlers.withdraw(caller.occasion, Subject(sent.who or own))
    return carried_out(caller.service, receipt, response)
