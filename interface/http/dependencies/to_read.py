"""The caller of a route that reads."""

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from application.access.actions import Action
from application.access.principal import Principal
from domain.shared.envelope import GssCode
from interface.http.dependencies.caller import Caller
from interface.http.dependencies.headers import Purpose
from interface.http.dependencies.identity import ServiceOf, principal
from interface.http.dependencies.named import streams_named

COUNCIL = "gss"


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
        caller = Caller(who, self.action, purpose, service)
        caller.may(" ".join(streams_named(request)))
        for stream in streams_named(request):
            caller.reach(stream)
        if COUNCIL in request.path_params:
            caller.reach_council(GssCode(request.path_params[COUNCIL]))
        return caller


def reading(action: Action) -> Any:
    """The caller of a route that reads."""
    return Depends(Permitted(action))
