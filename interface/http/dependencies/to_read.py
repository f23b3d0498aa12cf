"""The caller of a route that reads."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any

from fastapi import Depends, Request
from pydantic import TypeAdapter, ValidationError

from application.access.actions import Action
from application.access.principal import Principal
from domain.shared.envelope import GssCode
from interface.http.dependencies.caller import Caller
from interface.http.dependencies.headers import Purpose
from interface.http.dependencies.identity import ServiceOf, principal
from interface.http.dependencies.named import streams_named
from interface.http.instants import Instant

COUNCIL = "gss"
INSTANT = TypeAdapter[datetime](Instant)


@dataclass(frozen=True)
class Permitted:
    """A dependency that lets only permitted callers through. It names the route's action."""

    action: Action

    def __call__(
        self,
        *,
        request: Request,
        service: ServiceOf,
        who: Annotated[Principal, Depends(principal)],
        purpose: Purpose = "casework",
    ) -> Caller:
        caller = Caller(who, self.action, purpose, service, known_at=_known_at(request))
        caller.may(" ".join(streams_named(request)))
        for stream in streams_named(request):
            caller.reach(stream)
        if COUNCIL in request.path_params:
            caller.reach_council(GssCode(request.path_params[COUNCIL]))
        return caller


def _known_at(request: Request) -> datetime | None:
    """What is no instant is refused by the route, if it has the parameter at all."""
    try:
        return INSTANT.validate_python(request.query_params.get("as_known_at"))
    except ValidationError:
        return None


def reading(action: Action) -> Any:
    """The caller of a route that reads."""
    return Depends(Permitted(action))
