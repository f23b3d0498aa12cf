"""How each refusal reaches the client: RFC 9457 problem details.

The domain's errors know nothing of HTTP. This table is the whole translation, and an
error finds its row by its nearest ancestor. Nothing that was sent is ever echoed.
"""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException

from domain.shared.errors import (
    CaseworkError,
    IdempotencyMismatch,
    NotFound,
    NotPermitted,
    Refused,
    RuleBroken,
    VersionConflict,
)
from interface.http.pointers import pointer

MEDIA_TYPE = "application/problem+json"

log = structlog.get_logger()


class Unauthenticated(CaseworkError):
    code = "UNAUTHENTICATED"
    title = "Send a bearer token that is still valid"


class VersionNotNamed(CaseworkError):
    code = "IF_MATCH_REQUIRED"
    title = "Say in If-Match which version you decided on"


class UnknownParameter(CaseworkError):
    code = "UNKNOWN_PARAMETER"
    title = "There is no such query parameter here"


class TookTooLong(CaseworkError):
    code = "TIMED_OUT"
    title = "The database did not answer in time; ask again with the same key"


class BodyTooLarge(CaseworkError):
    code = "BODY_TOO_LARGE"
    title = "More was sent than is taken here"


STATUS: Mapping[type[Exception], HTTPStatus] = {
    Unauthenticated: HTTPStatus.UNAUTHORIZED,
    NotPermitted: HTTPStatus.FORBIDDEN,
    NotFound: HTTPStatus.NOT_FOUND,
    VersionConflict: HTTPStatus.PRECONDITION_FAILED,
    BodyTooLarge: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    UnknownParameter: HTTPStatus.UNPROCESSABLE_ENTITY,
    VersionNotNamed: HTTPStatus.PRECONDITION_REQUIRED,
    IdempotencyMismatch: HTTPStatus.UNPROCESSABLE_ENTITY,
    TookTooLong: HTTPStatus.SERVICE_UNAVAILABLE,
    RuleBroken: HTTPStatus.UNPROCESSABLE_ENTITY,
    Refused: HTTPStatus.CONFLICT,
}


class FieldProblem(BaseModel):
    """Where in the request something is wrong, and what: never the value itself."""

    pointer: str
    code: str


class Problem(BaseModel):
    """RFC 9457 problem details. `code` is the catalogue's; `cites` the rule it rests on."""

    model_config = ConfigDict(
        extra="allow",
        json_schema_extra={
            "example": {
                "type": "/problems/WRONG_STATE",
                "title": "This cannot be done at this stage",
                "status": 409,
                "code": "WRONG_STATE",
            }
        },
    )

    type: str
    title: str
    status: int
    code: str
    detail: str | None = None
    instance: str | None = None
    cites: str | None = None
    errors: list[FieldProblem] | None = None


def status_of(error: type[CaseworkError]) -> HTTPStatus:
    return next(STATUS[kind] for kind in error.__mro__ if kind in STATUS)


def to_problem(error: CaseworkError, instance: str) -> dict[str, Any]:
    """Describe an error as problem details, with the rule it cites if it has one."""
    problem: dict[str, Any] = {
        "type": f"/problems/{error.code}",
        "title": error.title,
        "status": status_of(type(error)),
        "code": error.code,
        "detail": str(error),
        "instance": instance,
    }
    if isinstance(error, RuleBroken):
        problem["cites"] = error.cites
    return problem | {k: v for k, v in error.details.items() if k not in problem}


def refusal(error: CaseworkError, instance: str) -> JSONResponse:
    """An error as it is answered."""
    problem = to_problem(error, instance)
    headers = {"WWW-Authenticate": "Bearer"} if isinstance(error, Unauthenticated) else None
    return JSONResponse(problem, problem["status"], headers, media_type=MEDIA_TYPE)


def answer(status: int, code: str, title: str, **members: Any) -> JSONResponse:
    problem = {"type": f"/problems/{code}", "title": title, "status": status, "code": code}
    return JSONResponse(problem | members, status, media_type=MEDIA_TYPE)


def declared(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The problems that a route may answer with, for its OpenAPI description."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": content}
        for status in sorted({401, 403, 422, 503, *statuses})
    }


def install(app: FastAPI, known: frozenset[str]) -> None:
    """Teach an app to answer every refusal with problem details; `known` names are told back."""

    @app.exception_handler(CaseworkError)
    async def refused(request: Request, error: CaseworkError) -> JSONResponse:
        return refusal(error, request.url.path)

    @app.exception_handler(TimeoutError)
    async def too_long(request: Request, _: TimeoutError) -> JSONResponse:
        return await refused(request, TookTooLong())

    @app.exception_handler(Exception)
    async def fault(request: Request, error: Exception) -> JSONResponse:
        # The text of an error may hold what was sent; its kind does not.
        log.error("fault", error=type(error).__name__)
        return answer(500, "FAULT", "The service is at fault", instance=request.url.path)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
        return not_as_described(request, fields(error.errors(), known))

    @app.exception_handler(HTTPException)
    async def framework(request: Request, error: HTTPException) -> JSONResponse:
        status = HTTPStatus(error.status_code)
        if status is HTTPStatus.BAD_REQUEST:  # how the framework says that a body is not text
            return not_as_described(request, [FieldProblem(pointer="/body", code="JSON_INVALID")])
        if status is HTTPStatus.REQUEST_ENTITY_TOO_LARGE:  # found out while it was being read
            return refusal(BodyTooLarge(), request.url.path)
        response = answer(status, status.name, status.phrase, instance=request.url.path)
        response.headers.update(error.headers or {})
        return response


def _pointer(error: Any) -> str:
    # The name of a field that nobody declared is the sender's own text: its parent is named.
    where = error["loc"][:-1] if error["type"] == "extra_forbidden" else error["loc"]
    return "".join(f"/{part}" for part in where)


def not_as_described(request: Request, found: Sequence[FieldProblem]) -> JSONResponse:
    errors = [each.model_dump() for each in found]
    title = "The request is not as described"
    return answer(422, "INVALID_REQUEST", title, errors=errors, instance=request.url.path)


def fields(errors: Sequence[Any], known: frozenset[str]) -> Sequence[FieldProblem]:
    """A JSON pointer and a code for each field at fault."""
    return [
        FieldProblem(pointer=pointer(e["loc"], known), code=str(e["type"]).upper()) for e in errors
    ]
