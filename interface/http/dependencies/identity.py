"""Who asks, and the service that is asked."""

from typing import Annotated, cast

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from application.access.principal import Principal
from interface.http.problems import Unauthenticated
from interface.service import Service

# What needs the request and the issuer's keys alone is `async`, and so costs no turn of another
# thread; what asks the database must not be.
BEARER = HTTPBearer(auto_error=False, description="A token of the configured issuer")


async def service(request: Request) -> Service:
    return cast("Service", request.app.state.service)


ServiceOf = Annotated[Service, Depends(service)]


async def principal(
    service: ServiceOf,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(BEARER)],
) -> Principal:
    if credentials is None:
        raise Unauthenticated
    return service.tokens.principal(credentials.credentials)
