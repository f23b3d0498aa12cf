"""The REST service: every room's routes, the problems they answer with, the limits they keep."""

import json
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractContextManager, asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any

import anyio.to_thread
from fastapi import APIRouter, Depends, FastAPI
from fastapi.routing import APIRoute
from starlette.routing import BaseRoute

from interface.http import problems, refusals
from interface.http.body_limits import BodyLimits
from interface.http.dependencies import known_parameters
from interface.http.pointers import names_in
from interface.http.problems import Problem
from interface.http.rooms import rooms
from interface.http.routers import ROUTERS
from interface.service import Service

PREFIX = "/v1"
THREADS = 8
"""More threads than this make a command slower, not the service faster."""

DESCRIPTION = """Placement casework: from a referral to the end of a placement, every step an event.

Decisions may be refused, with the rule that refuses them; facts are recorded with what they
break. Every command brings an `Idempotency-Key`; a decision that rests on what you saw
brings `If-Match`. Every view of a record or a register can be read `as_at` a day and
`as_known_at` an instant; invitations, tasks and the access log are as they are now."""


def create_app(
    service: Service,
    running: Callable[[], AbstractContextManager[object]],
) -> FastAPI:
    """Wire the routes to a service. `running` holds its workers for as long as the app lives."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        with running():
            yield

    app = FastAPI(
        title="Placement Casework",
        version="1",
        description=DESCRIPTION,
        lifespan=lifespan,
        routes=_routes(),
        license_info={"name": "MIT", "identifier": "MIT"},
        generate_unique_id_function=_named,
        docs_url="/docs",
        redoc_url=None,
    )
    app.state.service = service
    app.add_middleware(BodyLimits, principal=service.tokens.principal)
    problems.install(app, _names())
    _describe(app)
    return app


def _named(route: APIRoute) -> str:
    return route.name


@cache
def _names() -> frozenset[str]:
    return names_in(ROUTERS)


SHIPPED = Path(__file__).with_name("openapi.json")


@cache
def _routes() -> list[BaseRoute]:
    # Included once in a process: FastAPI works out what a route asks for when its router is
    # first met, which takes a tenth of a second, and would do so again for every app.
    api = APIRouter(generate_unique_id_function=_named)
    for room in rooms(ROUTERS):
        api.include_router(room, prefix=PREFIX, dependencies=[Depends(known_parameters)])
    return api.routes


@cache
def _shipped() -> dict[str, Any] | None:
    """The description as it was made when the service was built; none where it was not."""
    return json.loads(SHIPPED.read_bytes()) if SHIPPED.is_file() else None


def described(app: FastAPI) -> dict[str, Any]:
    """What the service says of itself, made from its routes: seconds of work."""
    made = FastAPI.openapi(app)
    schema = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas = made.setdefault("components", {}).setdefault("schemas", {})
    # Routes refer to the schema of a problem; none returns one, so it is declared here.
    schemas |= schema.pop("$defs", {}) | {"Problem": schema}
    refusals.describe(made, ROUTERS, PREFIX)
    return made


def _describe(app: FastAPI) -> None:
    # It would be made while everybody else waits. `make check` holds it against the routes.
    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            app.openapi_schema = _shipped() or described(app)
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # FastAPI's way to extend it
