"""What a calendar reads under an address: what is due, for its person to meet."""

from fastapi import APIRouter, Response

from application.access.actions import Action
from application.clock.queries import About, DueClock, Wanted
from application.shared.asking import AsOf
from domain.shared.moments import london_day
from interface.http.clocks.worklist import whose
from interface.http.dependencies import Caller, by_address
from interface.http.feeds.icalendar import calendar
from interface.http.problems import declared

router = APIRouter(prefix="/calendar-feeds", tags=["clocks"])

MOST = 500
"""What is due after so many others is not looked at in a calendar yet."""


class CalendarAnswer(Response):
    media_type = "text/calendar"


@router.get(
    "/{feed_id}/{token}",  # noqa: FAST003  # the caller is who they name
    response_class=CalendarAnswer,
    responses=declared(404),
)
def read_feed(caller: Caller = by_address(Action.READ_WORKLIST)) -> CalendarAnswer:
    """What falls due of the children one works with, for one's own role to meet.

    All-day events on the working day to plan by, with the number of the case and nothing of the
    child. An address that was withdrawn, replaced or has run out is not found.
    """
    now = caller.service.clock.now()
    text = calendar(_own(caller), now)
    return CalendarAnswer(text, headers={"Cache-Control": "private, max-age=900"})


def _own(caller: Caller) -> list[DueClock]:
    who, now = caller.principal, caller.service.clock.now()
    of = AsOf(day=london_day(now), position=None, at=now)
    wanted = Wanted(about=About(worked_by=[who.teams | {who.subject}]), role=who.role)
    found = caller.service.worklist.due(whose(caller), of, wanted, after=None, limit=MOST)
    return list(found)
