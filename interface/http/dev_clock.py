"""The development clock: the service's time moved forward, on loopback only.

It visits every due instant on the way, in order, so that each breach is noted when it
happens and policies answer it then. Tokens are judged by the wall clock all the same.
"""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict

from application.access.actions import Action
from domain.shared.errors import Refused
from interface.http.asking import Instant
from interface.http.dependencies import Caller, reading
from interface.http.problems import declared
from interface.http.text import Body

router = APIRouter(prefix="/dev", tags=["development"])


class ClockRunsForward(Refused):
    code = "CLOCK_RUNS_FORWARD"
    title = "The clock never goes back"


class NewTime(Body):
    model_config = ConfigDict(json_schema_extra={"example": {"now": "2030-01-01T09:00:00Z"}})

    now: Instant


class TheTime(BaseModel):
    now: datetime
    breaches: int


@router.put("/clock", responses=declared(409))
def move_clock(
    request: Request, to: NewTime, caller: Caller = reading(Action.MOVE_CLOCK)
) -> TheTime:
    """Move the service's clock forward, and answer when everything has followed."""
    if to.now < caller.service.clock.now():
        raise ClockRunsForward
    move: Any = request.app.state.move_clock
    breaches = move(to.now)
    return TheTime(now=caller.service.clock.now(), breaches=breaches)
