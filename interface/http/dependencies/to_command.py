"""The caller of a route that acts, and the occasion of the command."""

import hashlib
import hmac
import time
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Request

from application.access.actions import Action
from application.access.principal import PROVIDER_ROLES, Principal
from application.shared.ports import Occasion, Once
from domain.shared.envelope import Channel
from interface.http.dependencies.caller import Caller
from interface.http.dependencies.headers import IdempotencyKey, Purpose, raw_body
from interface.http.dependencies.identity import ServiceOf, principal
from interface.http.dependencies.to_read import Permitted
from interface.service import Service

PATIENCE = 10.0


@dataclass(frozen=True)
class Commanding(Caller):
    """A caller with a command: the occasion is what the log will remember of it."""

    occasion: Occasion


@dataclass(frozen=True)
class PermittedCommand:
    """As `Permitted`, for a command: it must bring an idempotency key."""

    action: Action

    def __call__(
        self,
        *,
        request: Request,
        service: ServiceOf,
        who: Annotated[Principal, Depends(principal)],
        body: Annotated[bytes, Depends(raw_body)],
        key: IdempotencyKey,
        purpose: Purpose = "casework",
    ) -> Commanding:
        caller = Permitted(self.action)(request=request, service=service, who=who, purpose=purpose)
        said = (request.method, request.url.path, who.role, request.headers.get("If-Match", ""))
        asked = b"\0".join((*(part.encode() for part in said), body))
        once = Once(key, hmac.digest(service.idempotency_key, asked, hashlib.sha256))
        return Commanding(who, self.action, caller.purpose, service, _occasion(service, who, once))


def commanding(action: Action) -> Any:
    """The caller of a route that acts."""
    return Depends(PermittedCommand(action))


def _occasion(service: Service, who: Principal, once: Once) -> Occasion:
    return Occasion(
        actor=who.actor,
        now=service.clock.now(),
        channel=Channel.PORTAL if who.role in PROVIDER_ROLES else Channel.API,
        correlation=service.ids.new(),
        give_up_at=time.monotonic() + PATIENCE,
        once=once,
    )
