"""The two times in a request: `as_at` a day, `as_known_at` an instant. Never one for both."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Header, Query

from application.access.principal import Principal
from application.shared.asking import AsOf
from domain.shared.moments import london_day
from interface.http.dependencies import ServiceOf, principal
from interface.http.instants import Day, Instant, Moment

__all__ = ["Asked", "AskedOf", "Day", "Instant", "KnownThen", "Moment", "asked", "known_then"]


@dataclass(frozen=True)
class Asked:
    """The moment a question is about. `known_at` is none where everything known counts."""

    of: AsOf
    known_at: datetime | None


def asked(
    service: ServiceOf,
    _: Annotated[Principal, Depends(principal)],
    as_at: Annotated[Day | None, Query(description="What was true on this day")] = None,
    as_known_at: Annotated[
        Instant | None, Query(description="Going by what had been recorded at this instant")
    ] = None,
    at_least: Annotated[
        int | None,
        Header(alias="At-Least-Position", ge=0, le=2**53, description="Wait for this position"),
    ] = None,
) -> Asked:
    if at_least is not None:
        # A position that nothing has reached yet is nobody's to wait for.
        service.read_models.wait_for(min(at_least, service.log_times.newest()))
    at = as_known_at or service.clock.now()
    position = service.log_times.position_at(as_known_at) if as_known_at else None
    return Asked(AsOf(day=as_at or london_day(at), position=position, at=at), as_known_at)


AskedOf = Annotated[Asked, Depends(asked)]


def known_then(
    service: ServiceOf,
    who: Annotated[Principal, Depends(principal)],
    as_known_at: Annotated[
        Instant | None, Query(description="Going by what had been recorded at this instant")
    ] = None,
) -> Asked:
    """For a question that names its days itself: only what was known may be another moment's."""
    return asked(service, who, as_known_at=as_known_at)


KnownThen = Annotated[Asked, Depends(known_then)]
