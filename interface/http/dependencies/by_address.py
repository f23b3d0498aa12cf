"""The caller of a route that is read by an address, for whom cannot sign in: a calendar."""

from dataclasses import dataclass
from typing import Annotated, Any
from uuid import UUID

from fastapi import Depends, Path

from application.access.actions import Action
from domain.shared.moments import london_day
from interface.http.dependencies.caller import Caller
from interface.http.dependencies.identity import ServiceOf

TokenText = Annotated[
    str, Path(pattern=r"^[A-Za-z0-9_-]{1,100}$", description="As the address was given")
]


@dataclass(frozen=True)
class PermittedByAddress:
    """As `Permitted`: the person to whom the address was given, asked by the same policy."""

    action: Action

    def __call__(self, *, service: ServiceOf, feed_id: UUID, token: TokenText) -> Caller:
        today = london_day(service.clock.now())
        who = service.feeds.addresses.reader(feed_id, token, today)
        caller = Caller(who, self.action, "calendar-feed", service)
        caller.may("")
        return caller


def by_address(action: Action) -> Any:
    """The caller of a route that is read by an address."""
    return Depends(PermittedByAddress(action))
