"""Whether the process lives, and whether it is ready: neither needs a token nor tells of anyone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel

LAG_LIMIT = 10_000
"""So many positions behind the log, a read model no longer answers for the present."""


@dataclass(frozen=True)
class Readiness:
    """What the service says of itself: asked afresh each time."""

    at_head: Callable[[], bool]
    lag: Callable[[], Mapping[str, int]]
    stopped: Callable[[], tuple[str, ...]]
    leaving: Callable[[], bool]
    limiter: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(1))

    def told(self) -> "Ready":
        lag, migrated, leaving = dict(self.lag()), self.at_head(), self.leaving()
        return Ready(
            ready=migrated and not leaving and max(lag.values(), default=0) <= LAG_LIMIT,
            migrated=migrated,
            leaving=leaving,
            lag=lag,
            stopped=list(self.stopped()),
        )


class Health(BaseModel):
    status: str


class Ready(BaseModel):
    """`lag` is how many positions each read model is behind the log."""

    ready: bool
    migrated: bool
    leaving: bool
    lag: dict[str, int]
    stopped: list[str]


router = APIRouter(tags=["service"])


@router.get("/healthz")
async def healthz() -> Health:
    """Say that the process answers."""
    return Health(status="ok")


@router.get("/readyz", response_model=Ready, responses={503: {"model": Ready}})
async def readyz(request: Request) -> JSONResponse:
    """Say whether to send requests here: 503 while migrating, lagging or shutting down."""
    readiness: Readiness = request.app.state.readiness
    # In a thread of its own: waiting commands may hold all those that routes share.
    told = await to_thread.run_sync(readiness.told, limiter=readiness.limiter)
    return JSONResponse(told.model_dump(), 200 if told.ready else 503)
